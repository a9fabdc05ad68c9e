package be.leermeester.portal.mentors;

import be.leermeester.learning.deadline.Deadline;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.TrainingObligation;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists of mentors with their deadline.
final class MentorListQueries {

    private MentorListQueries() {}

    /// What is asked, by whom, and about which day.
    ///
    /// @param known the obligations as they were known on a past day; null for those of now
    record Question(
            MentorFilter filter,
            Scope scope,
            LocalDate day,
            LocalDate today,
            @Nullable List<Deadline> known) {}

    private static final String LIT = """
            WITH lit AS (
              SELECT o.person_id, o.partnership_code, o.status, %1$s AS due_on, %2$s AS flag
              FROM %3$s
              %4$s
              WHERE %5$s)
            """;

    private static String lit(Where where, Question question) {
        String source = source(where, question.known());
        String flag = MentorFlags.flag(where, question.day());
        String rule = MentorFlags.rule(where, question.day());
        question.scope().mentors(where, question.today());
        question.filter().apply(where);
        return LIT.formatted(MentorFlags.DUE_ON, flag, source, rule, where.sql());
    }

    private static String source(Where where, @Nullable List<Deadline> known) {
        if (known == null) {
            return "learning.obligation o";
        }
        List<TrainingObligation> all = known.stream().map(Deadline::obligation).toList();
        return where.fill(
                """
                unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::boolean[])
                  o (person_id, partnership_code, status, due_on, under_review)""",
                all.stream().map(TrainingObligation::personId).toList(),
                all.stream().map(TrainingObligation::partnership).toList(),
                all.stream().map(obligation -> obligation.status().name()).toList(),
                all.stream().map(TrainingObligation::dueOn).toArray(LocalDate[]::new),
                all.stream().map(TrainingObligation::underReview).toArray(Boolean[]::new));
    }

    /// How many there are by flag; `""` stands for no flag.
    static Future<Map<String, Long>> counts(SqlClient client, Question question) {
        Where where = new Where();
        String sql = lit(where, question)
                + "SELECT coalesce(flag, '') AS flag, count(*) AS number FROM lit GROUP BY flag ORDER BY "
                + MentorFlags.urgency("flag");
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            rows.forEach(row -> counts.put(row.getString("flag"), row.getLong("number")));
            return counts;
        });
    }

    static Future<List<MentorRow>> list(SqlClient client, Question question, int limit, int offset) {
        Where where = new Where();
        String lit = lit(where, question);
        String flag = question.filter().flag() == null
                ? "TRUE"
                : where.fill("flag = ?", question.filter().flag().name());
        String limits = where.fill(" LIMIT ? OFFSET ?", limit, offset);
        String sql = lit + PAGE.formatted(flag, question.filter().sort().sql(), limits, place(where, question));
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<MentorRow> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(row(row, question.day())));
            return found;
        });
    }

    private static final String PAGE = """
            , picked AS MATERIALIZED (
              SELECT lit.*, w.first_name, w.last_name
              FROM lit JOIN kernel.person w ON w.id = lit.person_id
              WHERE %1$s ORDER BY %2$s %3$s)
            SELECT picked.*, ps.name AS partnership, place.id AS dossier, place.enterprise_number, place.company
            FROM picked
            JOIN portal.partnership ps ON ps.code = picked.partnership_code
            LEFT JOIN LATERAL (
              SELECT a.id, c.enterprise_number, c.name AS company
              FROM learning.mentor_application ma
              JOIN portal.application a ON a.id = ma.application_id
              JOIN portal.establishment es USING (establishment_number)
              JOIN portal.company c USING (enterprise_number)
              WHERE ma.person_id = picked.person_id AND ma.partnership_code = picked.partnership_code AND %4$s
              ORDER BY a.status = 'APPROVED' DESC, a.submitted_at DESC LIMIT 1) place ON true
            ORDER BY %2$s
            """;

    /// The dossiers that the reader may see, and of the company asked about where one is.
    private static String place(Where where, Question question) {
        Where seen = where.branch();
        question.scope().dossiers(seen, question.today());
        if (!question.filter().enterprise().isEmpty()) {
            seen.and("c.enterprise_number = ?", question.filter().enterprise());
        }
        return seen.sql();
    }

    private static MentorRow row(Row row, LocalDate day) {
        String flag = row.getString("flag");
        String dossier = row.getString("dossier");
        return new MentorRow(
                row.getString("person_id"),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                row.getString("status"),
                row.getLocalDate("due_on"),
                flag == null ? null : Flag.valueOf(flag),
                dossier == null
                        ? null
                        : new MentorRow.Place(dossier, row.getString("enterprise_number"), row.getString("company")),
                day);
    }
}
