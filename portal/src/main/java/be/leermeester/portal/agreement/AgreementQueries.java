package be.leermeester.portal.agreement;

import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.mentors.MentorFlags;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists of agreements.
final class AgreementQueries {

    private AgreementQueries() {}

    /// @param riskFirst learners who may lose their place come first
    /// @param after the last id of the page before, in a list sorted by id; `""` for the first
    record Slice(int limit, int offset, String after, boolean riskFirst) {}

    private static final String FROM = "FROM portal.agreement g JOIN portal.application a ON a.id = g.application_id\n";

    private static void conditions(Where where, AgreementFilter filter, Scope scope, LocalDate today) {
        if (filter.day(today).isBefore(today)) {
            where.and("g.recorded_at < ?", end(filter.day(today)));
        }
        scope.agreements(where);
        filter.apply(where);
    }

    private static OffsetDateTime end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime();
    }

    /// Counts by status of everything else that is asked.
    static Future<Map<AgreementStatus, Long>> counts(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today) {
        Where where = new Where();
        String status = AgreementStatus.sql(where, filter.day(today));
        conditions(where, filter, scope, today);
        String sql =
                "SELECT " + status + " AS status, count(*) AS number " + FROM + "WHERE " + where.sql() + " GROUP BY 1";
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            Map<AgreementStatus, Long> counts = new EnumMap<>(AgreementStatus.class);
            rows.forEach(row -> counts.put(AgreementStatus.valueOf(row.getString("status")), row.getLong("number")));
            return counts;
        });
    }

    /// Picks the rows first, then looks up what hangs on them.
    private static String picked(Where where, AgreementFilter filter, Scope scope, LocalDate today, Slice slice) {
        String status = AgreementStatus.sql(where, filter.day(today));
        conditions(where, filter, scope, today);
        if (!filter.statuses().isEmpty()) {
            where.and(
                    status + " = ANY (?)",
                    filter.statuses().stream().map(Enum::name).toList());
        }
        if (!slice.after().isEmpty()) {
            where.and("g.id > ?", slice.after());
        }
        String risk =
                slice.riskFirst() ? RISK.formatted(MentorFlags.rule(where, today), MentorFlags.flag(where, today)) : "";
        String order = slice.riskFirst()
                ? MentorFlags.urgency("risk.flag") + ", risk.due_on, "
                        + filter.sort().sql()
                : filter.sort().sql();
        return "WITH picked AS MATERIALIZED (SELECT g.id, " + status + " AS status, row_number() OVER (ORDER BY "
                + order + ") AS place " + FROM + risk + "WHERE " + where.sql() + "\nORDER BY place"
                + where.fill(" LIMIT ? OFFSET ?)\n", slice.limit(), slice.offset());
    }

    private static final String RISK = """
            LEFT JOIN LATERAL (
              SELECT o.due_on, %2$s AS flag FROM learning.obligation o %1$s
              WHERE o.person_id = g.mentor_person_id AND o.partnership_code = a.partnership_code) risk ON true
            """;

    private static final String DETAILS = """
            SELECT g.id, picked.status, g.type, concat_ws(' ', l.first_name, l.last_name) AS learner,
                   concat_ws(' ', m.first_name, m.last_name) AS mentor, %1$s AS flag, %2$s AS due_on,
                   (SELECT count(*) FROM learning.mentor_application ma
                    LEFT JOIN learning.struck_mentor USING (application_id, person_id)
                    WHERE ma.application_id = a.id AND ma.decision = 'APPROVED' AND struck_on IS NULL) AS mentors,
                   a.id AS dossier, p.name AS programme, c.enterprise_number, c.name AS company, es.municipality,
                   tp.name AS provider, g.starts_on, coalesce(g.ended_on, g.ends_on) AS until
            FROM picked
            JOIN portal.agreement g USING (id)
            JOIN portal.application a ON a.id = g.application_id
            JOIN portal.programme p ON p.code = a.programme_code
            JOIN portal.establishment es USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            JOIN kernel.person l ON l.id = g.learner_person_id
            JOIN kernel.person m ON m.id = g.mentor_person_id
            LEFT JOIN portal.training_provider tp ON tp.code = g.provider_code
            LEFT JOIN learning.obligation o
              ON o.person_id = g.mentor_person_id AND o.partnership_code = a.partnership_code
            %3$s
            ORDER BY place
            """;

    static Future<List<AgreementRow>> list(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today, Slice slice) {
        Where where = new Where();
        String sql = picked(where, filter, scope, today, slice)
                + DETAILS.formatted(MentorFlags.flag(where, today), MentorFlags.DUE_ON, MentorFlags.rule(where, today));
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<AgreementRow> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(row(row)));
            return found;
        });
    }

    private static AgreementRow row(Row row) {
        String flag = row.getString("flag");
        return new AgreementRow(
                row.getString("id"),
                row.getString("status"),
                row.getString("type"),
                row.getString("learner"),
                row.getString("mentor"),
                flag == null ? null : Flag.valueOf(flag),
                row.getLocalDate("due_on"),
                row.getInteger("mentors"),
                row.getString("dossier"),
                row.getString("programme"),
                row.getString("enterprise_number"),
                row.getString("company"),
                row.getString("municipality"),
                row.getString("provider"),
                row.getLocalDate("starts_on"),
                row.getLocalDate("until"));
    }

    private static final String ITEMS = """
            SELECT g.id, picked.status, g.type, g.learner_person_id, g.mentor_person_id, g.provider_code, a.id AS dossier,
                   es.enterprise_number, es.establishment_number, a.programme_code, a.partnership_code, g.starts_on,
                   g.ends_on, g.registered_at, CASE WHEN picked.status IN ('ENDED', 'TERMINATED_EARLY') THEN g.ended_on END
                     AS ended_on,
                   CASE WHEN picked.status = 'TERMINATED_EARLY' THEN g.end_reason END AS end_reason,
                   CASE WHEN picked.status = 'CANCELLED' THEN g.cancelled_at END AS cancelled_at
            FROM picked
            JOIN portal.agreement g USING (id)
            JOIN portal.application a ON a.id = g.application_id
            JOIN portal.establishment es USING (establishment_number)
            ORDER BY place
            """;

    /// As programs read them.
    static Future<List<JsonObject>> items(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today, Slice slice) {
        Where where = new Where();
        String sql = picked(where, filter, scope, today, slice) + ITEMS;
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<JsonObject> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(item(row)));
            return items;
        });
    }

    private static JsonObject item(Row row) {
        return new JsonObject()
                .put("agreementId", row.getString("id"))
                .put("applicationId", row.getString("dossier"))
                .put("status", row.getString("status"))
                .put("type", row.getString("type"))
                .put("enterpriseNumber", row.getString("enterprise_number"))
                .put("establishmentNumber", row.getString("establishment_number"))
                .put("programmeCode", row.getString("programme_code"))
                .put("partnershipCode", row.getString("partnership_code"))
                .put("providerCode", row.getString("provider_code"))
                .put("learnerPersonId", row.getString("learner_person_id"))
                .put("mentorPersonId", row.getString("mentor_person_id"))
                .put("startsOn", text(row.getLocalDate("starts_on")))
                .put("endsOn", text(row.getLocalDate("ends_on")))
                .put("registeredAt", text(row.getOffsetDateTime("registered_at")))
                .put("endedOn", text(row.getLocalDate("ended_on")))
                .put("endReason", row.getString("end_reason"))
                .put("cancelledAt", text(row.getOffsetDateTime("cancelled_at")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime moment -> moment.toInstant().toString();
            default -> value.toString();
        };
    }
}
