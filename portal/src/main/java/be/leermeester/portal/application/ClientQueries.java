package be.leermeester.portal.application;

import be.leermeester.portal.rows.Held;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/// The companies for which somebody may apply. On a virtual thread.
final class ClientQueries {

    private ClientQueries() {}

    static final int MOST = 50;

    /// @param own whether it is the person's own company, not one under mandate
    record Client(String number, String name, boolean own) {
        public String written() {
            return Written.enterprise(number);
        }
    }

    /// Own companies first; found by name, by enterprise number or by the number of an establishment (I6). Stopped
    /// ones are left out.
    static List<Client> find(SqlClient client, List<String> own, Held held, String typed) {
        Where where = new Where();
        String mine = "c.enterprise_number = ANY (" + where.bind(own) + ")";
        where.and(mine + " OR EXISTS (SELECT FROM portal.mandate m WHERE m.enterprise_number = c.enterprise_number"
                + " AND (m.acts = '{}' OR 'FILE' = ANY (m.acts)) AND " + held.sql(where) + ")");
        if (!typed.isEmpty()) {
            named(where, typed);
        }
        List<Client> found = new ArrayList<>();
        client.preparedQuery("SELECT c.enterprise_number, c.name, " + mine + " AS own FROM portal.company c WHERE "
                        + where.sql() + " AND c.ceased_on IS NULL ORDER BY own DESC, c.name, 1 LIMIT " + MOST)
                .execute(where.tuple())
                .await()
                .forEach(row -> found.add(new Client(row.getString(0), row.getString(1), row.getBoolean("own"))));
        return found;
    }

    private static void named(Where where, String typed) {
        String digits = Written.digits(typed).orElse("");
        if (digits.isEmpty()) {
            where.and("c.name ILIKE ?", Where.containing(typed));
        } else {
            where.and("""
                    c.name ILIKE ? OR c.enterprise_number LIKE ? OR EXISTS (
                      SELECT FROM portal.establishment e
                      WHERE e.enterprise_number = c.enterprise_number AND e.establishment_number LIKE ?)""", Where.containing(typed), digits + "%", digits + "%");
        }
    }
}
