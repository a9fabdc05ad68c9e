package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads rules and obligations.
final class DeadlineQueries {

    /// Where a page of a list begins: after this person and partnership; two empty words for the first page.
    record After(String personId, String partnership) {
        static final After START = new After("", "");
    }

    private DeadlineQueries() {}

    static Future<TrainingRules> rules(SqlClient client) {
        return client.preparedQuery(FactQueries.RULES).execute().map(rows -> {
            FactQueries.Rules rules = new FactQueries.Rules();
            rows.forEach(row -> rules.add(new Cells.Reactive(row)));
            return rules.rules();
        });
    }

    private static final String OF_PERSON = """
            SELECT %s, coalesce(amber_months, 6), coalesce(red_months, 3)
            FROM learning.obligation o
            LEFT JOIN LATERAL (
                SELECT amber_months, red_months FROM learning.training_rule r
                WHERE r.partnership_code = o.partnership_code
                  AND $2 BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')) limits ON true
            WHERE person_id = $1
            ORDER BY partnership_code
            """.formatted(ObligationRow.COLUMNS);

    static Future<List<Deadline>> ofPerson(SqlClient client, String personId, LocalDate day) {
        return client.preparedQuery(OF_PERSON)
                .execute(Tuple.of(personId, day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> {
                            Cells cells = new Cells.Reactive(row);
                            var thresholds = new Flag.Thresholds(
                                    cells.number(ObligationRow.WIDTH), cells.number(ObligationRow.WIDTH + 1));
                            return new Deadline(ObligationRow.read(cells), day, thresholds);
                        })
                        .toList());
    }

    /// `$1` the day; `$2`-`$4` the last deadlines that are red and amber on it per partnership, `$5` and `$6` where a
    /// partnership has no rule; `$7` the status, `$8` the partnerships.
    private static final String LISTED = """
            FROM learning.obligation
            CROSS JOIN (SELECT $1::date AS asked_on, $5::date AS usual_red, $6::date AS usual_amber) asked
            LEFT JOIN unnest($2::text[], $3::date[], $4::date[]) limits (partnership_code, red_until, amber_until)
                USING (partnership_code)
            WHERE ($7::text IS NULL OR status = $7)
              AND ($8::text[] IS NULL OR partnership_code = ANY($8))
              AND (%s)
            """;

    private static final String PAGE = """
              AND (person_id, partnership_code) > ($9, $10)
            ORDER BY person_id, partnership_code
            LIMIT $11
            """;

    /// The flags of [TrainingObligation#flag] as ranges of `due_on`.
    private static String condition(@Nullable Flag flag) {
        return switch (flag) {
            case null -> "true";
            case GREEN -> """
                    status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')
                    OR status = 'TO_FOLLOW' AND NOT under_review AND due_on > coalesce(amber_until, usual_amber)""";
            case AMBER -> """
                    status = 'TO_FOLLOW' AND NOT under_review AND due_on > coalesce(red_until, usual_red)
                    AND due_on <= coalesce(amber_until, usual_amber)""";
            case RED -> """
                    status = 'TO_FOLLOW' AND NOT under_review AND due_on >= asked_on
                    AND due_on <= coalesce(red_until, usual_red)""";
            case OVERDUE ->
                "status = 'NOT_FOLLOWED' OR status = 'TO_FOLLOW' AND NOT under_review AND due_on < asked_on";
            case CHECKING -> "status = 'TO_FOLLOW' AND under_review AND due_on IS NOT NULL";
        };
    }

    /// How many there are.
    static Future<Long> count(SqlClient client, DeadlineFilter filter, LocalDate day, TrainingRules rules) {
        return client.preparedQuery("SELECT count(*) " + LISTED.formatted(condition(filter.flag())))
                .execute(parameters(filter, day, rules))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /// At most `size` of them, by person and partnership.
    static Future<List<Deadline>> list(
            SqlClient client, DeadlineFilter filter, LocalDate day, TrainingRules rules, After after, int size) {
        String sql = "SELECT " + ObligationRow.COLUMNS + " " + LISTED.formatted(condition(filter.flag())) + PAGE;
        Tuple parameters = parameters(filter, day, rules)
                .addString(after.personId())
                .addString(after.partnership())
                .addInteger(size);
        return client.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> on(day, ObligationRow.read(new Cells.Reactive(row)), rules))
                        .toList());
    }

    private static Tuple parameters(DeadlineFilter filter, LocalDate day, TrainingRules rules) {
        String[] partnerships = rules.partnerships().toArray(String[]::new);
        LocalDate[] red = new LocalDate[partnerships.length];
        LocalDate[] amber = new LocalDate[partnerships.length];
        for (int i = 0; i < partnerships.length; i++) {
            Flag.Thresholds thresholds = rules.termOn(partnerships[i], day).thresholds();
            red[i] = thresholds.redUntil(day);
            amber[i] = thresholds.amberUntil(day);
        }
        Flag.Thresholds usual = rules.termOn("", day).thresholds();
        TrainingStatus status = filter.status();
        List<String> wanted = filter.partnerships();
        return Tuple.tuple()
                .addLocalDate(day)
                .addArrayOfString(partnerships)
                .addArrayOfLocalDate(red)
                .addArrayOfLocalDate(amber)
                .addLocalDate(usual.redUntil(day))
                .addLocalDate(usual.amberUntil(day))
                .addString(status == null ? null : status.name())
                .addArrayOfString(wanted == null ? null : wanted.toArray(String[]::new));
    }

    private static final int FETCH = 2_000;

    /// Everybody's as they were known at the end of a past day, through the engine; on a virtual thread, in a
    /// transaction.
    static List<Deadline> asKnownOn(SqlConnection connection, LocalDate day, TrainingRules rules) {
        List<Deadline> deadlines = new ArrayList<>();
        PreparedStatement statement =
                connection.prepare(FactQueries.FACTS_OF_ALL).await();
        Cursor cursor = statement.cursor();
        try (var people = new FactQueries.Facts(facts -> TrainingObligation.derive(facts.knownOn(day), rules)
                .forEach(obligation -> deadlines.add(on(day, obligation, rules))))) {
            do {
                for (Row row : cursor.read(FETCH).await()) {
                    people.add(new Cells.Reactive(row));
                }
            } while (cursor.hasMore());
        }
        cursor.close().await();
        return deadlines;
    }

    private static Deadline on(LocalDate day, TrainingObligation obligation, TrainingRules rules) {
        return new Deadline(
                obligation, day, rules.termOn(obligation.partnership(), day).thresholds());
    }
}
