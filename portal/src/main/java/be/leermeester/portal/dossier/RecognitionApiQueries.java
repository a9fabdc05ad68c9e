package be.leermeester.portal.dossier;

import be.leermeester.portal.dossier.RecognitionQueries.Slice;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dossiers as programs read them.
final class RecognitionApiQueries {

    private RecognitionApiQueries() {}

    /// `decidedAt` is the last approval or refusal known by then; mentors are those named by then, with what was
    /// decided on them by then.
    private static final String ITEM = """
            SELECT a.id, coalesce(s.status, 'SUBMITTED') AS status, es.enterprise_number, a.establishment_number,
                   a.programme_code, a.partnership_code, a.submitted_at,
                   (SELECT max(d.at) FROM portal.application_event d
                    WHERE d.application_id = a.id AND d.status IN ('APPROVED', 'REJECTED')
                      AND d.at < %1$s AND d.recorded_at < %1$s) AS decided_at,
                   CASE WHEN s.status IN ('APPROVED', 'REVOKED', 'CEASED', 'EXPIRED', 'DUPLICATED')
                        THEN a.valid_until END AS valid_until,
                   (SELECT json_agg(json_build_object(
                             'personId', ma.person_id,
                             'decision', CASE WHEN ma.decided_at < %1$s THEN ma.decision ELSE 'PENDING' END,
                             'decidedAt', CASE WHEN ma.decided_at < %1$s
                               THEN to_char(ma.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END,
                             'struckOn', CASE WHEN x.struck_on <= %2$s THEN x.struck_on END) ORDER BY ma.person_id)
                    FROM learning.mentor_application ma
                    LEFT JOIN learning.struck_mentor x USING (application_id, person_id)
                    WHERE ma.application_id = a.id AND ma.submitted_at < %1$s) AS mentors
            """;

    static Future<List<JsonObject>> items(
            SqlClient client, RecognitionFilter filter, Scope scope, LocalDate today, Slice slice) {
        Where where = new Where();
        LocalDate day = filter.past(today).orElse(today);
        String item =
                ITEM.formatted(where.bind(RecognitionQueries.endOf(day)) + "::timestamptz", where.bind(day) + "::date");
        String sql = RecognitionQueries.picked(where, filter, scope, today, slice)
                + item
                + RecognitionQueries.PICKED
                + "JOIN portal.establishment es USING (establishment_number) ORDER BY a.id";
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<JsonObject> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(item(row)));
            return items;
        });
    }

    private static JsonObject item(Row row) {
        LocalDate validUntil = row.getLocalDate("valid_until");
        JsonArray mentors = (JsonArray) row.getValue("mentors");
        return new JsonObject()
                .put("applicationId", row.getString("id"))
                .put("status", row.getString("status"))
                .put("enterpriseNumber", row.getString("enterprise_number"))
                .put("establishmentNumber", row.getString("establishment_number"))
                .put("programmeCode", row.getString("programme_code"))
                .put("partnershipCode", row.getString("partnership_code"))
                .put("submittedAt", text(row.getOffsetDateTime("submitted_at")))
                .put("decidedAt", text(row.getOffsetDateTime("decided_at")))
                .put("validUntil", validUntil == null ? null : validUntil.toString())
                .put("mentors", mentors == null ? new JsonArray() : mentors);
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toString();
    }
}
