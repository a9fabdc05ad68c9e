package be.leermeester.portal.nightly;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What administrators chose for the arrears of imports, and the runs of the night's work.
final class ArrearsChoiceQueries {

    /// @param done how many dossiers; null while it runs, and where they were left
    record Choice(
            String partnership,
            Instant at,
            String by,
            String choice,
            @Nullable Integer done) {}

    record Run(
            String job,
            LocalDate day,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {

        public boolean failed() {
            return endedAt == null && outcome != null;
        }
    }

    private ArrearsChoiceQueries() {}

    static Future<Void> choose(
            SqlConnection connection, String partnership, Instant now, String by, String choice, LocalDate until) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.arrears_choice (partnership_code, chosen_at, chosen_by, choice, until)
                        VALUES ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(partnership, utc(now), by, choice, until))
                .mapEmpty();
    }

    static Future<Void> ended(SqlConnection connection, String partnership, Instant chosenAt, int done, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.arrears_choice SET done = $3, ended_at = $4
                         WHERE partnership_code = $1 AND chosen_at = $2
                        """)
                .execute(Tuple.of(partnership, utc(chosenAt), done, utc(now)))
                .mapEmpty();
    }

    static Future<List<Choice>> latest(SqlClient client, int most) {
        return client.preparedQuery("""
                        SELECT p.name, c.chosen_at, coalesce(w.first_name || ' ' || w.last_name, c.chosen_by) AS who,
                               c.choice, c.done
                          FROM portal.arrears_choice c JOIN portal.partnership p ON p.code = c.partnership_code
                          LEFT JOIN kernel.person w ON w.id = c.chosen_by
                         ORDER BY c.chosen_at DESC LIMIT $1
                        """).execute(Tuple.of(most)).map(rows -> {
            List<Choice> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new Choice(
                        row.getString("name"),
                        row.getOffsetDateTime("chosen_at").toInstant(),
                        row.getString("who"),
                        row.getString("choice"),
                        row.getInteger("done")));
            }
            return found;
        });
    }

    static Future<List<Run>> runs(SqlClient client, int most) {
        return client.preparedQuery("""
                        SELECT job, business_date, started_at, ended_at, outcome FROM kernel.job_run
                         ORDER BY business_date DESC, started_at DESC, job LIMIT $1
                        """).execute(Tuple.of(most)).map(rows -> {
            List<Run> found = new ArrayList<>();
            for (Row row : rows) {
                OffsetDateTime ended = row.getOffsetDateTime("ended_at");
                found.add(new Run(
                        row.getString("job"),
                        row.getLocalDate("business_date"),
                        row.getOffsetDateTime("started_at").toInstant(),
                        ended == null ? null : ended.toInstant(),
                        row.getString("outcome")));
            }
            return found;
        });
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
