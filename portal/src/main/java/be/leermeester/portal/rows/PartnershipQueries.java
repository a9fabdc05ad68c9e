package be.leermeester.portal.rows;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.LinkedHashMap;
import java.util.Map;

/// The partnerships' names.
final class PartnershipQueries {

    private PartnershipQueries() {}

    static Future<Map<String, String>> names(SqlClient client) {
        return client.preparedQuery("SELECT code, name FROM portal.partnership ORDER BY name")
                .execute()
                .map(rows -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    rows.forEach(row -> names.put(row.getString("code"), row.getString("name")));
                    return names;
                });
    }
}
