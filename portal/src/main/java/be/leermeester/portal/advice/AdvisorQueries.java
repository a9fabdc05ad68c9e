package be.leermeester.portal.advice;

import static be.leermeester.portal.advice.AdviceQueries.list;
import static be.leermeester.portal.advice.ListQueries.utc;

import be.leermeester.portal.rows.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What voting members read: the dossiers on lists that were sent to their partnership and nothing else of them than
/// they need to judge (P1): no national numbers, no papers, no notes of the partnership, no voices of others.
final class AdvisorQueries {

    private AdvisorQueries() {}

    /// @param state RUNNING, or what came of it
    /// @param said AGREE, OBJECT or SILENT: the reader's own voice
    record Asked(
            String listId,
            String partnership,
            Instant closesAt,
            String dossier,
            String company,
            String enterpriseNumber,
            String establishment,
            String establishmentNumber,
            String address,
            String programme,
            LocalDate submittedOn,
            String status,
            String note,
            String state,
            String said,
            @Nullable String reason,
            @Nullable String answer) {

        /// Whether a voice still counts: the list is open and the dossier is the partnership's to decide.
        public boolean open() {
            return state.equals("RUNNING")
                    && (status.equals("SUBMITTED") || status.equals("IN_REVIEW") || status.equals("ON_HOLD"));
        }

        public boolean waiting() {
            return open() && said.equals("SILENT");
        }

        public String enterprise() {
            return Written.enterprise(enterpriseNumber);
        }

        public String establishmentWritten() {
            return Written.establishment(establishmentNumber);
        }
    }

    private static final String ASKED = """
            SELECT l.id AS list_id, pa.name AS partnership, l.closes_at, a.id AS dossier, c.name AS company,
                   c.enterprise_number, coalesce(nullif(e.name, ''), c.name) AS establishment, e.establishment_number,
                   concat_ws(', ', nullif(concat_ws(' ', nullif(e.street, ''), nullif(e.house_number, '')), ''),
                     nullif(concat_ws(' ', nullif(e.postal_code, ''), nullif(e.municipality, '')), '')) AS address,
                   g.name AS programme, (a.submitted_at AT TIME ZONE 'Europe/Brussels')::date AS submitted_on, a.status,
                   i.note, CASE WHEN l.closes_at > $1 THEN 'RUNNING' ELSE coalesce(i.outcome, %s) END AS state,
                   CASE WHEN v.agrees THEN 'AGREE' WHEN v.agrees = false THEN 'OBJECT' ELSE 'SILENT' END AS said,
                   o.reason, o.answer
            FROM portal.advice_list l
            JOIN portal.partnership pa ON pa.code = l.partnership_code
            JOIN portal.advice_item i ON i.list_id = l.id
            JOIN portal.application a ON a.id = i.application_id
            JOIN portal.establishment e USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            JOIN portal.programme g ON g.code = a.programme_code
            LEFT JOIN portal.advice_vote v
              ON v.list_id = l.id AND v.application_id = a.id AND v.person_id = $3
            LEFT JOIN portal.objection o
              ON o.list_id = l.id AND o.application_id = a.id AND o.person_id = $3 AND o.withdrawn_at IS NULL
            WHERE l.sent_at IS NOT NULL AND l.partnership_code = ANY ($2)
            """.formatted(ListQueries.OUTCOME);

    /// On lists that close after a moment, soonest first.
    static Future<List<Asked>> asked(
            SqlClient client, List<String> partnerships, String person, Instant now, Instant from) {
        return list(
                client,
                ASKED + " AND l.closes_at >= $4 ORDER BY l.closes_at, c.name, a.id",
                values(partnerships, person, now).addOffsetDateTime(utc(from)),
                AdvisorQueries::asked);
    }

    static Future<List<Asked>> one(
            SqlClient client, List<String> partnerships, String person, Instant now, String list, String dossier) {
        return list(
                client,
                ASKED + " AND l.id = $4 AND a.id = $5",
                values(partnerships, person, now).addString(list).addString(dossier),
                AdvisorQueries::asked);
    }

    private static Tuple values(List<String> partnerships, String person, Instant now) {
        return Tuple.of(utc(now), partnerships.toArray(String[]::new), person);
    }

    private static Asked asked(Row row) {
        return new Asked(
                row.getString("list_id"),
                row.getString("partnership"),
                row.getOffsetDateTime("closes_at").toInstant(),
                row.getString("dossier"),
                row.getString("company"),
                row.getString("enterprise_number"),
                row.getString("establishment"),
                row.getString("establishment_number"),
                row.getString("address"),
                row.getString("programme"),
                row.getLocalDate("submitted_on"),
                row.getString("status"),
                row.getString("note"),
                row.getString("state"),
                row.getString("said"),
                row.getString("reason"),
                row.getString("answer"));
    }

    static Future<List<String>> mentors(SqlClient client, String dossier) {
        return list(client, """
                SELECT concat_ws(' ', p.first_name, p.last_name)
                FROM learning.mentor_application m JOIN kernel.person p ON p.id = m.person_id
                WHERE m.application_id = $1 ORDER BY 1
                """, Tuple.of(dossier), row -> row.getString(0));
    }

    /// Where and how the partnership was in touch, without what it wrote down about it.
    record Met(String kind, LocalDate on) {}

    static Future<List<Met>> met(SqlClient client, String dossier) {
        return list(
                client, """
                SELECT kind, happened_on FROM portal.contact
                WHERE application_id = $1 AND kind IN ('SITE_VISIT', 'VIRTUAL_VISIT', 'PHONE', 'EXTERNAL_ADVICE')
                ORDER BY happened_on DESC, id LIMIT 20
                """, Tuple.of(dossier), row -> new Met(row.getString("kind"), row.getLocalDate("happened_on")));
    }
}
