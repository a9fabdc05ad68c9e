package be.leermeester.portal.rows;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The partnerships by code, in the order of their names.
public record Partnerships(Map<String, String> names) {

    public static Future<Partnerships> load(SqlClient client) {
        return PartnershipQueries.names(client).map(Partnerships::new);
    }

    /// The name; the code itself where there is no such partnership.
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /// Those among which somebody can choose: none where there would be only one.
    public Map<String, String> among(Scope scope) {
        if (scope.everything()) {
            return names;
        }
        List<String> own = scope.partnerships();
        Map<String, String> some = new LinkedHashMap<>();
        if (own.size() > 1) {
            names.forEach((code, name) -> {
                if (own.contains(code)) {
                    some.put(code, name);
                }
            });
        }
        return some;
    }
}
