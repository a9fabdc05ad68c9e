package be.leermeester.portal.application;

import be.leermeester.portal.rows.Written;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places of work in the register. On a virtual thread.
final class PlaceQueries {

    private PlaceQueries() {}

    /// @param name its own name, or that of the company
    record Known(String number, String enterprise, String name, String address, boolean ceased) {
        public String written() {
            return Written.establishment(number);
        }
    }

    private static final String SELECT = """
            SELECT e.establishment_number, e.enterprise_number, coalesce(nullif(e.name, ''), c.name) AS name,
                   concat_ws(', ', nullif(concat_ws(' ', nullif(e.street, ''), nullif(e.house_number, '')), ''),
                     nullif(concat_ws(' ', nullif(e.postal_code, ''), nullif(e.municipality, '')), '')) AS address,
                   e.ceased_on IS NOT NULL AS ceased
            FROM portal.establishment e JOIN portal.company c USING (enterprise_number)
            """;

    static @Nullable Known one(SqlClient client, String number) {
        for (Row row : client.preparedQuery(SELECT + "WHERE e.establishment_number = $1")
                .execute(Tuple.of(number))
                .await()) {
            return known(row);
        }
        return null;
    }

    /// Those of a company that have not stopped.
    static List<Known> of(SqlClient client, String enterprise) {
        List<Known> found = new ArrayList<>();
        client.preparedQuery(SELECT + """
                        WHERE e.enterprise_number = $1 AND e.ceased_on IS NULL
                        ORDER BY e.municipality, e.street, e.establishment_number LIMIT 200
                        """).execute(Tuple.of(enterprise)).await().forEach(row -> found.add(known(row)));
        return found;
    }

    private static Known known(Row row) {
        return new Known(
                row.getString("establishment_number"),
                row.getString("enterprise_number"),
                row.getString("name"),
                row.getString("address"),
                row.getBoolean("ceased"));
    }
}
