package be.leermeester.portal.mandate;

import be.leermeester.portal.rows.Held;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

final class MandateQueries {

    private MandateQueries() {}

    /// The mandate under which a school or partnership does something for a company; null where none reaches it.
    ///
    /// @param errand null for anything
    static Future<@Nullable Applicant> held(SqlClient client, String enterprise, Held held, @Nullable Errand errand) {
        Where where = new Where().and("m.enterprise_number = ?", enterprise);
        where.and(held.sql(where));
        if (errand != null) {
            where.and("m.acts = '{}' OR ? = ANY (m.acts)", errand.kind().name());
            if (errand.establishment() != null) {
                where.and("m.establishments = '{}' OR ? = ANY (m.establishments)", errand.establishment());
            }
            if (errand.programme() != null) {
                where.and("m.programmes = '{}' OR ? = ANY (m.programmes)", errand.programme());
            }
        }
        return client.preparedQuery("SELECT m.kind, m.holder FROM portal.mandate m WHERE " + where.sql()
                        + " ORDER BY m.starts_on DESC, m.id LIMIT 1")
                .execute(where.tuple())
                .map(rows -> {
                    for (Row row : rows) {
                        return new Applicant(enterprise, row.getString("kind"), row.getString("holder"));
                    }
                    return null;
                });
    }

    /// The mandate that comes nearest to what was asked, in force or not.
    ///
    /// @param on the day on which it ended or begins; today where it holds
    record Latest(String company, Standing standing, LocalDate on) {}

    static Future<@Nullable Latest> latest(SqlClient client, String enterprise, Held held) {
        Where where = new Where();
        String today = where.bind(held.today()) + "::date";
        where.and("m.enterprise_number = ?", enterprise);
        where.and(held.whose(where));
        String sql = """
                SELECT * FROM (
                  SELECT c.name, %2$s AS standing,
                         CASE WHEN m.revoked_at IS NOT NULL THEN (m.revoked_at AT TIME ZONE 'Europe/Brussels')::date
                              WHEN m.ends_on < %1$s THEN m.ends_on
                              WHEN m.starts_on > %1$s THEN m.starts_on ELSE %1$s END AS moment
                  FROM portal.mandate m JOIN portal.company c USING (enterprise_number)
                  WHERE %3$s) found
                ORDER BY standing = 'HOLDS' DESC, standing = 'COMING' DESC, moment DESC LIMIT 1
                """.formatted(today, standing(today), where.sql());
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            for (Row row : rows) {
                return new Latest(
                        row.getString("name"), Standing.valueOf(row.getString("standing")), row.getLocalDate("moment"));
            }
            return null;
        });
    }

    /// The name of a [Standing]; `portal.mandate` is `m`.
    static String standing(String today) {
        return """
                CASE WHEN m.revoked_at IS NOT NULL THEN 'REVOKED' WHEN m.ends_on < %1$s THEN 'ENDED'
                     WHEN m.starts_on > %1$s THEN 'COMING' ELSE 'HOLDS' END""".formatted(today);
    }
}
