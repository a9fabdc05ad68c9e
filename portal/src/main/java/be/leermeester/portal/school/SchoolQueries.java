package be.leermeester.portal.school;

import be.leermeester.portal.rows.Held;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A school's own row, and how it stands with its mandates.
final class SchoolQueries {

    /// How many days ahead the end of a mandate counts as near.
    private static final int NEAR = 60;

    private SchoolQueries() {}

    static Future<Optional<String>> name(SqlClient client, String provider) {
        return client.preparedQuery("SELECT name FROM portal.training_provider WHERE code = $1")
                .execute(Tuple.of(provider))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString(0)));
    }

    /// @param ending how many of those that hold end within sixty days
    record Mandates(long holding, long ending) {}

    static Future<Mandates> mandates(SqlClient client, String provider, LocalDate today) {
        Where where = new Where();
        where.and(new Held(List.of(provider), List.of(), today).sql(where));
        String sql = "SELECT count(DISTINCT m.enterprise_number) AS holding, count(*) FILTER (WHERE m.ends_on < "
                + where.bind(today.plusDays(NEAR)) + ") AS ending FROM portal.mandate m WHERE " + where.sql();
        return client.preparedQuery(sql)
                .execute(where.tuple())
                .map(rows -> rows.iterator().next())
                .map(row -> new Mandates(row.getLong("holding"), row.getLong("ending")));
    }
}
