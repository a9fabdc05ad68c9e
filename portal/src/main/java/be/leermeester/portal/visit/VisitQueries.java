package be.leermeester.portal.visit;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class VisitQueries {

    private VisitQueries() {}

    /// How far back applications are looked at.
    static final int MONTHS = 24;

    /// One line per application for which a visit was or is due: `due_on`, and `visited_on`, the day on which
    /// a visit (or the second virtual one, or any, as the policy says) made it visited; null while it is not.
    /// The places are the first day of applications and the conditions on `a`.
    private static final String DUE = """
            SELECT a.id, a.establishment_number, a.partnership_code, a.programme_code, a.status, p.target_percent,
                   CASE WHEN p.months IS NULL THEN a.on_day + p.days
                        ELSE (coalesce((a.first_decided_at AT TIME ZONE 'Europe/Brussels')::date, a.on_day + 14)
                              + make_interval(months => p.months))::date END AS due_on,
                   v.visited_on
            FROM (SELECT a.*, (a.submitted_at AT TIME ZONE 'Europe/Brussels')::date AS on_day FROM portal.application a
                  WHERE a.submitted_at >= %1$s AND %2$s) a
            JOIN portal.visit_policy p ON p.partnership_code = a.partnership_code AND p.whom <> 'NONE'
              AND p.valid_from <= a.on_day AND (p.valid_to IS NULL OR p.valid_to >= a.on_day)
            CROSS JOIN LATERAL (
              SELECT least(min(k.happened_on) FILTER (WHERE k.kind = 'SITE_VISIT' OR p.virtual_visit = 'AS_SITE'),
                           min(k.happened_on) FILTER (WHERE p.virtual_visit = 'TWO_AS_ONE' AND k.nth = 2)) AS visited_on
              FROM (SELECT k.kind, k.happened_on,
                           row_number() OVER (PARTITION BY k.kind = 'VIRTUAL_VISIT' ORDER BY k.happened_on, k.id)
                             * (k.kind = 'VIRTUAL_VISIT')::int AS nth
                    FROM portal.contact k
                    WHERE k.establishment_number = a.establishment_number AND k.kind IN ('SITE_VISIT', 'VIRTUAL_VISIT')
                      AND (p.whom = 'FIRST_TIME' OR k.happened_on >= a.on_day - make_interval(months => p.fresh_months))) k) v
            """;

    /// A workplace that nobody went to yet.
    ///
    /// @param dossier the application that asks for it soonest
    record Place(
            String establishmentNumber,
            String partnershipCode,
            String partnership,
            String name,
            String address,
            String municipality,
            String province,
            String dossier,
            String programme,
            String status,
            LocalDate dueOn,
            @Nullable LocalDate plannedOn) {}

    /// Where a visit is still due, by province and municipality, and in each the soonest first.
    static Future<List<Place>> toVisit(
            SqlClient client, Scope scope, String partnership, String province, LocalDate today, int limit) {
        Where where = new Where();
        String due = due(
                where,
                scope,
                partnership,
                today,
                "a.status IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD', 'INCOMPLETE')"
                        + " OR (a.status = 'APPROVED' AND a.valid_until > " + where.bind(today) + "::date)");
        String only = province.isEmpty() ? "TRUE" : where.fill("e.province = ?", province);
        String sql = """
                SELECT * FROM (
                  SELECT DISTINCT ON (d.partnership_code, d.establishment_number) d.establishment_number, d.partnership_code,
                         pa.name AS partnership, coalesce(nullif(e.name, ''), c.name) AS name,
                         concat_ws(' ', nullif(e.street, ''), nullif(e.house_number, '')) AS address, e.municipality,
                         e.province, d.id, g.name AS programme, d.status, d.due_on, y.planned_on
                  FROM (%s) d JOIN portal.establishment e USING (establishment_number)
                  JOIN portal.company c USING (enterprise_number) JOIN portal.programme g ON g.code = d.programme_code
                  JOIN portal.partnership pa ON pa.code = d.partnership_code
                  LEFT JOIN portal.visit_plan y
                    ON y.establishment_number = d.establishment_number AND y.partnership_code = d.partnership_code
                  WHERE d.visited_on IS NULL AND %s
                  ORDER BY d.partnership_code, d.establishment_number, d.due_on) soonest
                ORDER BY province, municipality, due_on, establishment_number LIMIT %d
                """.formatted(due, only, limit);
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Place> places = new ArrayList<>();
            rows.forEach(row -> places.add(new Place(
                    row.getString("establishment_number"),
                    row.getString("partnership_code"),
                    row.getString("partnership"),
                    row.getString("name"),
                    row.getString("address"),
                    row.getString("municipality"),
                    row.getString("province"),
                    row.getString("id"),
                    row.getString("programme"),
                    row.getString("status"),
                    row.getLocalDate("due_on"),
                    row.getLocalDate("planned_on"))));
            return places;
        });
    }

    /// How many of the last two years' applications whose visit was due by today were visited in time.
    ///
    /// @param target in percent, null where none was agreed
    record Share(
            String partnership,
            long inTime,
            long all,
            @Nullable Integer target) {

        /// Rounded half up (domain.md section 8).
        public long percent() {
            return all == 0 ? 0 : Math.round(100.0 * inTime / all);
        }
    }

    static Future<List<Share>> shares(SqlClient client, Scope scope, String partnership, LocalDate today) {
        Where where = new Where();
        String due = due(where, scope, partnership, today, "a.status <> 'CANCELLED'");
        String sql = """
                SELECT pa.name, count(*) FILTER (WHERE d.visited_on <= d.due_on), count(*), max(d.target_percent)
                FROM (%s) d JOIN portal.partnership pa ON pa.code = d.partnership_code
                WHERE d.due_on < %s::date GROUP BY pa.name ORDER BY pa.name
                """.formatted(due, where.bind(today));
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Share> shares = new ArrayList<>();
            rows.forEach(
                    row -> shares.add(new Share(row.getString(0), row.getLong(1), row.getLong(2), row.getInteger(3))));
            return shares;
        });
    }

    private static String due(Where where, Scope scope, String partnership, LocalDate today, String statuses) {
        String from = where.bind(today.minusMonths(MONTHS)) + "::date";
        String own = scope.everything() ? "TRUE" : where.fill("a.partnership_code = ANY (?)", scope.partnerships());
        String one = partnership.isEmpty() ? "TRUE" : where.fill("a.partnership_code = ?", partnership);
        return DUE.formatted(from, "(" + statuses + ") AND " + own + " AND " + one);
    }

    static void plan(
            SqlConnection connection, String establishment, String partnership, LocalDate on, String by, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.visit_plan (establishment_number, partnership_code, planned_on, planned_by, planned_at)
                        VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT (establishment_number, partnership_code) DO UPDATE
                        SET planned_on = excluded.planned_on, planned_by = excluded.planned_by, planned_at = excluded.planned_at
                        """)
                .execute(Tuple.of(establishment, partnership, on, by, now.atOffset(ZoneOffset.UTC)))
                .await();
    }

    static boolean isEstablishment(SqlConnection connection, String number) {
        return connection
                        .preparedQuery("SELECT FROM portal.establishment WHERE establishment_number = $1")
                        .execute(Tuple.of(number))
                        .await()
                        .size()
                == 1;
    }
}
