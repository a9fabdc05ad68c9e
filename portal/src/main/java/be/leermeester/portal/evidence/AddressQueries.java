package be.leermeester.portal.evidence;

import be.leermeester.portal.mail.Addressee;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/// The mail address of one person.
final class AddressQueries {

    private AddressQueries() {}

    /// Null where there is no address.
    static Future<@Nullable Addressee> person(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT first_name || ' ' || last_name, email, language FROM kernel.person
                        WHERE id = $1 AND coalesce(email, '') <> ''
                        """).execute(Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return new Addressee(id, row.getString(0), row.getString(1), row.getString(2));
            }
            return null;
        });
    }
}
