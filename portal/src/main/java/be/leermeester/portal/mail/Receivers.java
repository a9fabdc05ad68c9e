package be.leermeester.portal.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who of an organisation gets its mail: everybody with its role and an address, by person id.
public final class Receivers {

    private static final String OF_ROLE = """
            SELECT DISTINCT w.id, w.first_name, w.last_name, w.email, w.language
            FROM kernel.person_role r JOIN kernel.person w ON w.id = r.person_id
            WHERE r.role = $1 AND (r.scope = $2 OR $3::text IS NOT NULL AND r.scope = '') AND coalesce(w.email, '') <> ''
              AND ($3::text IS NULL OR w.id = $3) ORDER BY w.id
            """;

    private Receivers() {}

    public static Future<List<Addressee>> ofCompany(SqlClient client, String enterpriseNumber) {
        return of(client, "COMPANY", enterpriseNumber, null);
    }

    /// @param handlerId the only one who is meant; null for all of them
    public static Future<List<Addressee>> ofPartnership(
            SqlClient client, String partnership, @Nullable String handlerId) {
        return of(client, "HANDLER", partnership, handlerId);
    }

    private static Future<List<Addressee>> of(SqlClient client, String role, String scope, @Nullable String only) {
        return client.preparedQuery(OF_ROLE)
                .execute(Tuple.of(role, scope).addString(only))
                .map(rows -> {
                    List<Addressee> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(new Addressee(
                                row.getString("id"),
                                row.getString("first_name") + " " + row.getString("last_name"),
                                row.getString("email"),
                                row.getString("language")));
                    }
                    return found;
                });
    }
}
