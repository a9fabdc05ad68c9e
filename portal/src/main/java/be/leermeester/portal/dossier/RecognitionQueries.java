package be.leermeester.portal.dossier;

import be.leermeester.kernel.Time;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lists of dossiers.
final class RecognitionQueries {

    private RecognitionQueries() {}

    /// As known at the end of a day. All of the events in one go, backwards through their index, which is quicker than
    /// dossier by dossier as soon as there are thousands.
    private static final String AS_ON = """
            LEFT JOIN (
              SELECT DISTINCT ON (application_id) application_id, at, status
              FROM portal.application_event
              WHERE at < ? AND recorded_at < ?
              ORDER BY application_id DESC, at DESC, seq DESC) s ON s.application_id = a.id
            """;

    private static final String NOW = """
            CROSS JOIN LATERAL (SELECT a.status_since AS at, a.status) s
            """;

    /// Counts by status of everything else that is asked.
    static Future<Map<RecognitionStatus, Long>> counts(
            SqlClient client, RecognitionFilter filter, Scope scope, LocalDate today) {
        Where where = new Where();
        String from = from(where, filter, scope, today);
        String sql = "SELECT coalesce(s.status, 'SUBMITTED') AS status, count(*) AS number " + from + " WHERE "
                + where.sql() + " GROUP BY 1";
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            Map<RecognitionStatus, Long> counts = new EnumMap<>(RecognitionStatus.class);
            rows.forEach(row -> counts.put(RecognitionStatus.valueOf(row.getString("status")), row.getLong("number")));
            return counts;
        });
    }

    static Future<List<DossierRow>> page(
            SqlClient client, RecognitionFilter filter, Scope scope, LocalDate today, Slice slice) {
        Where where = new Where();
        String sql = picked(where, filter, scope, today, slice) + DETAILS + PICKED + JOINS + "ORDER BY "
                + filter.sort().sql();
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<DossierRow> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(row(row)));
            return found;
        });
    }

    static final String PICKED = "FROM picked s JOIN portal.application a ON a.id = s.id\n";

    /// Picks the rows of a piece first, so that their details are looked up for no others.
    static String picked(Where where, RecognitionFilter filter, Scope scope, LocalDate today, Slice slice) {
        String from = from(where, filter, scope, today);
        if (!filter.statuses().isEmpty()) {
            where.and(
                    "coalesce(s.status, 'SUBMITTED') = ANY (?)",
                    filter.statuses().stream().map(Enum::name).toList());
        }
        if (!slice.after().isEmpty()) {
            where.and("a.id > ?", slice.after());
        }
        return "WITH picked AS MATERIALIZED (SELECT a.id, s.status, s.at" + from
                + (filter.sort() == RecognitionFilter.Sort.COMPANY ? COMPANY : "") + "WHERE " + where.sql()
                + "\nORDER BY " + filter.sort().sql()
                + where.fill(" LIMIT ? OFFSET ?)\n", slice.limit(), slice.offset());
    }

    private static final String COMPANY = """
            JOIN portal.establishment es USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            """;

    /// One dossier; null where there is none or where it may not be seen.
    static Future<@Nullable DossierRow> one(SqlClient client, String id, Scope scope, LocalDate today) {
        Where where = new Where();
        String from = from(where, RecognitionFilter.all(), scope, today);
        where.and("a.id = ?", id);
        return client.preparedQuery(DETAILS + from + JOINS + "WHERE " + where.sql())
                .execute(where.tuple())
                .map(rows -> rows.size() == 0 ? null : row(rows.iterator().next()));
    }

    /// A piece of a list.
    ///
    /// @param after the last id of the page before, in a list sorted by id; `""` for the first
    record Slice(int limit, int offset, String after) {}

    private static String from(Where where, RecognitionFilter filter, Scope scope, LocalDate today) {
        String history = filter.past(today)
                .map(day -> {
                    OffsetDateTime end = endOf(day);
                    where.and("a.submitted_at < ?", end);
                    return where.fill(AS_ON, end, end);
                })
                .orElse(NOW);
        scope.dossiers(where, today);
        filter.apply(where, scope, today);
        return "\nFROM portal.application a\n" + history;
    }

    /// The first moment after a day.
    static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime();
    }

    private static final String JOINS = """
            JOIN portal.establishment es USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            JOIN portal.programme p ON p.code = a.programme_code
            JOIN portal.partnership ps ON ps.code = a.partnership_code
            LEFT JOIN LATERAL (
              SELECT reasons, remark FROM portal.application_event e
              WHERE s.status NOT IN ('SUBMITTED', 'IN_REVIEW', 'APPROVED', 'EXPIRED')
                AND e.application_id = a.id AND e.at = s.at AND e.status = s.status
              ORDER BY e.seq DESC LIMIT 1) why ON true
            """;

    private static final String DETAILS = """
            SELECT a.id, coalesce(s.status, 'SUBMITTED') AS status, coalesce(s.at, a.submitted_at) AS since,
                   a.automatic, a.submitted_at, a.submitted_by,
                   CASE WHEN a.status = s.status THEN a.decide_by END AS decide_by,
                   a.decide_by IS NOT NULL AND portal.escalates(a.partnership_code, a.decide_by) AS escalates,
                   CASE WHEN s.status = 'APPROVED' THEN a.valid_until END AS valid_until,
                   c.enterprise_number, c.name AS company, es.establishment_number,
                   coalesce(nullif(es.name, ''), c.name) AS establishment,
                   concat_ws(' ', nullif(es.street, ''), nullif(es.house_number, '')) AS address,
                   es.municipality, es.province, p.code AS programme_code, p.name AS programme,
                   ps.code AS partnership_code, ps.name AS partnership, why.reasons, why.remark,
                   (SELECT count(*) FROM learning.mentor_application ma
                    LEFT JOIN learning.struck_mentor USING (application_id, person_id)
                    WHERE ma.application_id = a.id AND ma.decision = 'APPROVED' AND struck_on IS NULL) AS mentors
            """;

    static DossierRow row(Row row) {
        return new DossierRow(
                row.getString("id"),
                RecognitionStatus.valueOf(row.getString("status")),
                day(row.getOffsetDateTime("since")),
                row.getBoolean("automatic"),
                day(row.getOffsetDateTime("submitted_at")),
                row.getString("submitted_by"),
                row.getLocalDate("decide_by"),
                row.getBoolean("escalates"),
                row.getLocalDate("valid_until"),
                new DossierRow.Company(row.getString("enterprise_number"), row.getString("company")),
                new DossierRow.Establishment(
                        row.getString("establishment_number"),
                        row.getString("establishment"),
                        row.getString("address"),
                        row.getString("municipality"),
                        row.getString("province")),
                row.getString("programme_code"),
                row.getString("programme"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                row.getInteger("mentors"),
                row.getValue("reasons") == null ? List.of() : List.of(row.getArrayOfStrings("reasons")),
                row.getValue("remark") == null ? "" : row.getString("remark"));
    }

    static LocalDate day(OffsetDateTime moment) {
        return Time.dateOf(moment.toInstant());
    }
}
