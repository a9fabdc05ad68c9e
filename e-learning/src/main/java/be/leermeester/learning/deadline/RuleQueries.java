package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes the rules of partnerships and the extensions of single persons.
final class RuleQueries {

    private RuleQueries() {}

    static Future<List<RuleChanges.Version>> versions(SqlClient client, @Nullable String partnership) {
        return client.preparedQuery("""
                        SELECT r.*, p.first_name || ' ' || p.last_name AS who FROM learning.training_rule r
                          LEFT JOIN kernel.person p ON p.id = r.recorded_by
                         WHERE $1::text IS NULL AND valid_to IS NULL OR partnership_code = $1
                         ORDER BY partnership_code, valid_from DESC
                        """).execute(Tuple.of(partnership)).map(rows -> {
            List<RuleChanges.Version> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(version(row)));
            return found;
        });
    }

    private static RuleChanges.Version version(Row row) {
        var thresholds = new Flag.Thresholds(row.getInteger("amber_months"), row.getInteger("red_months"));
        var term = new TrainingRules.Term(
                row.getString("partnership_code"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                row.getInteger("term_months"),
                thresholds,
                row.getString("source"),
                LapsePolicy.valueOf(row.getString("lapse_policy")));
        return new RuleChanges.Version(term, List.of(row.getArrayOfIntegers("reminder_months")), row.getString("who"));
    }

    /// Everybody with an obligation towards a partnership.
    static Future<String[]> obliged(SqlClient client, String partnership) {
        return client.preparedQuery("SELECT person_id FROM learning.obligation WHERE partnership_code = $1")
                .execute(Tuple.of(partnership))
                .map(rows -> {
                    List<String> persons = new ArrayList<>(rows.size());
                    rows.forEach(row -> persons.add(row.getString(0)));
                    return persons.toArray(String[]::new);
                });
    }

    /// Ends the version that holds without end; false where it is not the one that was seen.
    static Future<Boolean> end(SqlConnection connection, String partnership, LocalDate seen, LocalDate lastDay) {
        return connection
                .preparedQuery("UPDATE learning.training_rule SET valid_to = $3"
                        + " WHERE partnership_code = $1 AND valid_from = $2 AND valid_to IS NULL")
                .execute(Tuple.of(partnership, seen, lastDay))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<Void> insert(
            SqlConnection connection, TrainingRules.Term term, List<Integer> reminders, String by, Instant now) {
        LapsePolicy policy = term.policy();
        return connection
                .preparedQuery("""
                        INSERT INTO learning.training_rule (partnership_code, valid_from, term_months, amber_months,
                          red_months, reminder_months, lapse_policy, source, recorded_by, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """)
                .execute(Tuple.of(
                                term.partnership(),
                                term.validFrom(),
                                term.months(),
                                term.thresholds().amberMonths(),
                                term.thresholds().redMonths())
                        .addArrayOfInteger(reminders.toArray(Integer[]::new))
                        .addString(policy == null ? null : policy.name())
                        .addString(term.source())
                        .addString(by)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Void> extend(SqlConnection connection, String id, RuleChanges.Extension more, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO learning.single_extension
                          (id, person_id, partnership_code, months, reason, granted_at, granted_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.of(id, more.personId(), more.partnership(), more.months(), more.reason())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(more.by()))
                .mapEmpty();
    }
}
