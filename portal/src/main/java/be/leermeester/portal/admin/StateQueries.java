package be.leermeester.portal.admin;

import be.leermeester.kernel.Time;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the portal's own work stands.
final class StateQueries {

    /// @param silent mail is due for a quarter of an hour or more and none has left since: somebody must look (N5)
    record Work(
            long deliveriesWaiting,
            long deliveriesFailing,
            long mailWaiting,
            long mailFailing,
            long mailGivenUp,
            long mailSentToday,
            boolean silent,
            long people,
            long accounts) {}

    record JobRun(
            String job,
            LocalDate businessDate,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {

        JobRun called(String name) {
            return new JobRun(name, businessDate, startedAt, endedAt, outcome);
        }

        public boolean failed() {
            return endedAt == null && outcome != null;
        }
    }

    record ImportRun(
            String id,
            Instant startedAt,
            String source,
            String state,
            boolean dryRun,
            @Nullable LocalDate stateDate,
            long rejects) {}

    record RoleCount(String role, long people) {}

    private StateQueries() {}

    static Future<Work> work(SqlClient db, Instant now) {
        return db.preparedQuery("""
                        SELECT (SELECT count(*) FROM kernel.delivery WHERE done_at IS NULL) AS deliveries_waiting,
                               (SELECT count(*) FROM kernel.delivery WHERE done_at IS NULL AND last_error IS NOT NULL)
                                   AS deliveries_failing,
                               count(*) FILTER (WHERE sent_at IS NULL AND attempts < 12) AS mail_waiting,
                               count(*) FILTER (WHERE sent_at IS NULL AND attempts < 12 AND last_error IS NOT NULL) AS mail_failing,
                               count(*) FILTER (WHERE sent_at IS NULL AND attempts >= 12) AS mail_given_up,
                               count(*) FILTER (WHERE sent_at >= $2) AS mail_sent_today,
                               coalesce(bool_or(sent_at IS NULL AND due_at <= $1::timestamptz - interval '15 minutes')
                                   AND NOT bool_or(coalesce(sent_at > $1::timestamptz - interval '15 minutes', false)), false)
                                   AS silent,
                               (SELECT count(*) FROM kernel.person) AS people,
                               (SELECT count(*) FROM kernel.sign_in_identity) AS accounts
                          FROM kernel.mail WHERE sent_at IS NULL OR sent_at >= $2
                        """)
                .execute(Tuple.of(
                        now.atOffset(ZoneOffset.UTC),
                        Time.startOf(Time.dateOf(now)).atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Work(
                            row.getLong("deliveries_waiting"),
                            row.getLong("deliveries_failing"),
                            row.getLong("mail_waiting"),
                            row.getLong("mail_failing"),
                            row.getLong("mail_given_up"),
                            row.getLong("mail_sent_today"),
                            row.getBoolean("silent"),
                            row.getLong("people"),
                            row.getLong("accounts"));
                });
    }

    /// The last run of every job.
    static Future<List<JobRun>> jobs(SqlClient db) {
        return db.query("""
                        SELECT DISTINCT ON (job) job, business_date, started_at, ended_at, outcome
                          FROM kernel.job_run ORDER BY job, business_date DESC
                        """).execute().map(rows -> {
            List<JobRun> runs = new ArrayList<>();
            for (Row row : rows) {
                runs.add(new JobRun(
                        row.getString("job"),
                        row.getLocalDate("business_date"),
                        row.getOffsetDateTime("started_at").toInstant(),
                        moment(row.getOffsetDateTime("ended_at")),
                        row.getString("outcome")));
            }
            return runs;
        });
    }

    static Future<List<ImportRun>> imports(SqlClient db, int most) {
        return db.preparedQuery("""
                        SELECT id, started_at, source, state, dry_run, state_date, rejects
                          FROM portal.import_run ORDER BY started_at DESC LIMIT $1
                        """).execute(Tuple.of(most)).map(rows -> {
            List<ImportRun> runs = new ArrayList<>();
            for (Row row : rows) {
                runs.add(new ImportRun(
                        row.getString("id"),
                        row.getOffsetDateTime("started_at").toInstant(),
                        row.getString("source"),
                        row.getString("state"),
                        row.getBoolean("dry_run"),
                        row.getLocalDate("state_date"),
                        row.getLong("rejects")));
            }
            return runs;
        });
    }

    /// How many people hold each role; being named on an application makes a mentor (domain.md 9.20).
    static Future<List<RoleCount>> roles(SqlClient db) {
        return db.query("""
                        SELECT role, count(DISTINCT person_id) AS people
                          FROM (SELECT role, person_id FROM kernel.person_role
                                UNION ALL SELECT 'MENTOR', person_id FROM learning.mentor_application) held
                         GROUP BY role ORDER BY role
                        """).execute().map(rows -> {
            List<RoleCount> counts = new ArrayList<>();
            for (Row row : rows) {
                counts.add(new RoleCount(row.getString("role"), row.getLong("people")));
            }
            return counts;
        });
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
