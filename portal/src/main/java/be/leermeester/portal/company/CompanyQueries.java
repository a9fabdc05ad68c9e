package be.leermeester.portal.company;

import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.agreement.AgreementStatus;
import be.leermeester.portal.company.Board.Dossier;
import be.leermeester.portal.dossier.Spotlight;
import be.leermeester.portal.mentors.MentorFlags;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company's start page, in two queries.
final class CompanyQueries {

    private CompanyQueries() {}

    /// What the page says beside the board.
    ///
    /// @param running agreements that run today
    /// @param mentors the most urgent ones first, so many as were asked for
    record Overview(String name, long running, long allMentors, long overdue, long red, List<MentorLine> mentors) {}

    /// @param flag null where nothing lights up
    /// @param struckOn the day on which the mentor was struck off all of the company's recognitions
    record MentorLine(
            String personId,
            String name,
            String partnershipCode,
            @Nullable String status,
            @Nullable LocalDate dueOn,
            @Nullable Flag flag,
            @Nullable LocalDate struckOn) {}

    private static final int MENTORS = 12;
    private static final int ALL_MENTORS = 500;

    /// At most [Board#CARDS] dossiers of each status, and how many there are of it.
    private static final String DOSSIERS = """
            SELECT d.*, last.reasons, last.remark,
                   (SELECT count(*) FROM learning.mentor_application ma
                    WHERE ma.application_id = d.id AND ma.decision = 'APPROVED' AND NOT EXISTS (
                      SELECT FROM learning.struck_mentor s
                      WHERE s.application_id = ma.application_id AND s.person_id = ma.person_id)) AS mentors
            FROM (
              SELECT a.id, a.status, a.status_since, a.decide_by, a.valid_until, p.name AS programme,
                     a.decide_by IS NOT NULL AND portal.escalates(a.partnership_code, a.decide_by) AS escalates,
                     coalesce(nullif(es.name, ''), concat_ws(' ', nullif(es.street, ''), nullif(es.house_number, '')))
                       AS establishment, es.municipality,
                     count(*) OVER alike AS alike,
                     row_number() OVER (
                       PARTITION BY a.status, ends_soon
                       ORDER BY a.decide_by NULLS LAST,
                                CASE WHEN a.status = 'APPROVED' THEN a.valid_until END, a.status_since DESC, a.id) AS place
              FROM portal.establishment es
              JOIN portal.application a USING (establishment_number)
              JOIN portal.programme p ON p.code = a.programme_code
              CROSS JOIN LATERAL (
                SELECT a.status = 'APPROVED' AND coalesce(a.valid_until <= $2, false) AS ends_soon) e
              WHERE es.enterprise_number = $1
              WINDOW alike AS (PARTITION BY a.status, ends_soon)) d
            LEFT JOIN LATERAL (
              SELECT reasons, remark FROM portal.application_event
              WHERE application_id = d.id ORDER BY at DESC, seq DESC LIMIT 1) last ON true
            WHERE place <= $3
            ORDER BY place
            """;

    static Future<Board> board(SqlClient client, String enterprise, LocalDate today) {
        var values = io.vertx.sqlclient.Tuple.of(enterprise, Spotlight.soon(today), Board.CARDS);
        return client.preparedQuery(DOSSIERS).execute(values).map(rows -> {
            List<Dossier> dossiers = new ArrayList<>(rows.size());
            rows.forEach(row -> dossiers.add(dossier(row, today)));
            return Board.of(dossiers);
        });
    }

    /// An application that is still written.
    record DraftLine(String id, Instant changedAt, String changedBy) {}

    static Future<List<DraftLine>> drafts(SqlClient client, String enterprise) {
        return client.preparedQuery("""
                        SELECT d.id, d.changed_at, concat_ws(' ', w.first_name, w.last_name) AS who
                        FROM portal.application_draft d JOIN kernel.person w ON w.id = d.changed_by
                        WHERE d.enterprise_number = $1 AND d.submitted_at IS NULL
                        ORDER BY d.changed_at DESC, d.id LIMIT 5
                        """).execute(Tuple.of(enterprise)).map(rows -> {
            List<DraftLine> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(new DraftLine(
                    row.getString("id"), row.getOffsetDateTime("changed_at").toInstant(), row.getString("who"))));
            return lines;
        });
    }

    private static Dossier dossier(Row row, LocalDate today) {
        RecognitionStatus status = RecognitionStatus.valueOf(row.getString("status"));
        return new Dossier(
                row.getString("id"),
                status,
                Time.dateOf(row.getOffsetDateTime("status_since").toInstant()),
                Outlook.of(
                        status,
                        row.getLocalDate("decide_by"),
                        row.getLocalDate("valid_until"),
                        row.getBoolean("escalates"),
                        today),
                row.getString("programme"),
                row.getString("establishment"),
                row.getString("municipality"),
                row.getValue("reasons") == null ? List.of() : List.of(row.getArrayOfStrings("reasons")),
                row.getValue("remark") == null ? "" : row.getString("remark"),
                row.getInteger("mentors"),
                row.getLong("alike"));
    }

    /// The agreements are counted by the parameter and not by `c`: so they are counted once, not for each mentor.
    private static final String OVERVIEW = """
            WITH named AS (
              SELECT ma.person_id, ma.partnership_code,
                     CASE WHEN bool_and(s.struck_on IS NOT NULL) THEN max(s.struck_on) END AS struck_on
              FROM portal.establishment es
              JOIN portal.application a USING (establishment_number)
              JOIN learning.mentor_application ma ON ma.application_id = a.id
              LEFT JOIN learning.struck_mentor s USING (application_id, person_id)
              WHERE es.enterprise_number = %1$s AND ma.decision <> 'REJECTED'
                AND a.status IN ('SUBMITTED', 'IN_REVIEW', 'INCOMPLETE', 'ON_HOLD', 'APPROVED') AND %8$s
              GROUP BY 1, 2),
            lit AS (
              SELECT n.*, o.status, %7$s AS due_on, %2$s AS flag
              FROM named n
              LEFT JOIN learning.obligation o USING (person_id, partnership_code)
              %6$s
            ), counted AS (
              SELECT *, count(*) OVER () AS all_mentors, count(*) FILTER (WHERE flag = 'OVERDUE') OVER () AS overdue,
                     count(*) FILTER (WHERE flag = 'RED') OVER () AS red
              FROM lit ORDER BY struck_on IS NOT NULL, %3$s, due_on, person_id LIMIT %4$s)
            SELECT c.name AS company, m.*, person.first_name, person.last_name,
                   (SELECT count(*) FROM portal.establishment es
                    JOIN portal.application a USING (establishment_number)
                    JOIN portal.agreement g ON g.application_id = a.id
                    WHERE es.enterprise_number = %1$s AND %5$s) AS running
            FROM portal.company c
            LEFT JOIN counted m ON true
            LEFT JOIN kernel.person ON person.id = m.person_id
            WHERE c.enterprise_number = %1$s
            ORDER BY struck_on IS NOT NULL, %3$s, due_on, person_id
            """;

    /// The names of schools and partnerships that asked for a mandate and have no answer.
    static Future<List<String>> asking(SqlClient client, String enterprise) {
        return client.preparedQuery("""
                        SELECT coalesce(t.name, ps.name, r.holder) AS name FROM portal.mandate_request r
                        LEFT JOIN portal.training_provider t ON r.kind = 'TRAINING_PROVIDER' AND t.code = r.holder
                        LEFT JOIN portal.partnership ps ON r.kind <> 'TRAINING_PROVIDER' AND ps.code = r.holder
                        WHERE r.enterprise_number = $1 AND r.answered_at IS NULL ORDER BY r.asked_at LIMIT 10
                        """).execute(Tuple.of(enterprise)).map(rows -> {
            List<String> names = new ArrayList<>();
            rows.forEach(row -> names.add(row.getString("name")));
            return List.copyOf(names);
        });
    }

    /// For the company itself, with its most urgent mentors; null where there is no such company.
    static Future<@Nullable Overview> overview(SqlClient client, String enterprise, LocalDate today) {
        return overview(client, enterprise, today, new Where(), "TRUE", MENTORS);
    }

    /// The mentors on the dossiers that somebody may see, the most urgent ones first.
    static Future<List<MentorLine>> mentors(SqlClient client, String enterprise, Scope scope, LocalDate today) {
        Where where = new Where();
        Where seen = where.branch();
        scope.dossiers(seen, today);
        return overview(client, enterprise, today, where, seen.sql(), ALL_MENTORS)
                .map(found -> found == null ? List.of() : found.mentors());
    }

    private static Future<@Nullable Overview> overview(
            SqlClient client, String enterprise, LocalDate today, Where where, String seen, int mentors) {
        String sql = OVERVIEW.formatted(
                where.bind(enterprise),
                MentorFlags.flag(where, today),
                MentorFlags.urgency("flag"),
                where.bind(mentors),
                AgreementStatus.running(where, today),
                MentorFlags.rule(where, today),
                MentorFlags.DUE_ON,
                seen);
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<MentorLine> lines = new ArrayList<>();
            Row any = null;
            for (Row row : rows) {
                any = row;
                if (row.getValue("person_id") != null) {
                    lines.add(mentor(row));
                }
            }
            return any == null ? null : overview(any, lines);
        });
    }

    private static Overview overview(Row row, List<MentorLine> mentors) {
        boolean some = !mentors.isEmpty();
        return new Overview(
                row.getString("company"),
                row.getLong("running"),
                some ? row.getLong("all_mentors") : 0,
                some ? row.getLong("overdue") : 0,
                some ? row.getLong("red") : 0,
                mentors);
    }

    private static MentorLine mentor(Row row) {
        String flag = row.getString("flag");
        return new MentorLine(
                row.getString("person_id"),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("partnership_code"),
                row.getString("status"),
                row.getLocalDate("due_on"),
                flag == null ? null : Flag.valueOf(flag),
                row.getLocalDate("struck_on"));
    }
}
