package be.leermeester.portal.evidence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes evidence and its steps.
final class WriteQueries {

    private WriteQueries() {}

    static Future<Void> insert(
            SqlConnection connection, String id, DraftQueries.Draft draft, String partnership, Instant now) {
        Statement said = draft.statement();
        Statement.Ground ground = said.ground();
        return connection
                .preparedQuery("""
                        INSERT INTO learning.evidence (id, person_id, partnership_code, kind, exemption_ground, provider,
                          course, followed_from, followed_to, hours, remark, file_hash, file_name, handed_in_at,
                          handed_in_by, state)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'WAITING')
                        """)
                .execute(Tuple.of(id, draft.personId(), partnership, said.kind().name())
                        .addString(ground == null ? null : ground.name())
                        .addString(said.provider())
                        .addString(said.course())
                        .addLocalDate(said.from())
                        .addLocalDate(said.to())
                        .addValue(said.hours())
                        .addString(said.remark())
                        .addString(draft.fileHash())
                        .addString(draft.fileName())
                        .addOffsetDateTime(utc(now))
                        .addString(draft.madeBy()))
                .mapEmpty();
    }

    /// A better copy, with what is said about it now: it keeps the day on which it was first handed in.
    static Future<Integer> replace(SqlConnection connection, String id, DraftQueries.Draft draft) {
        Statement said = draft.statement();
        Statement.Ground ground = said.ground();
        return connection
                .preparedQuery("""
                        UPDATE learning.evidence SET state = 'WAITING', exemption_ground = $2, provider = $3, course = $4,
                          followed_from = $5, followed_to = $6, hours = $7, remark = $8, file_hash = $9, file_name = $10,
                          motivation = ''
                        WHERE id = $1 AND state = 'COPY_ASKED'
                        """)
                .execute(Tuple.of(id)
                        .addString(ground == null ? null : ground.name())
                        .addString(said.provider())
                        .addString(said.course())
                        .addLocalDate(said.from())
                        .addLocalDate(said.to())
                        .addValue(said.hours())
                        .addString(said.remark())
                        .addString(draft.fileHash())
                        .addString(draft.fileName()))
                .map(rows -> rows.rowCount());
    }

    /// What a step adds to the history.
    record Step(String state, @Nullable String refusal, String motivation, List<String> themes, List<String> warnings) {

        static Step of(String state) {
            return new Step(state, null, "", List.of(), List.of());
        }

        Step warned(List<String> what) {
            return new Step(state, refusal, motivation, themes, what);
        }
    }

    static Future<Void> step(SqlConnection connection, String id, String actor, Step step, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.evidence_step
                          (evidence_id, seq, at, actor, state, refusal, motivation, themes, warnings, file_hash, file_name)
                        SELECT e.id, coalesce((SELECT max(seq) FROM portal.evidence_step WHERE evidence_id = e.id), 0) + 1,
                               $2, $3, $4, $5, $6, $7, $8, e.file_hash, e.file_name
                        FROM learning.evidence e WHERE e.id = $1
                        """)
                .execute(Tuple.of(id, utc(now), actor, step.state())
                        .addString(step.refusal())
                        .addString(step.motivation())
                        .addArrayOfString(step.themes().toArray(String[]::new))
                        .addArrayOfString(step.warnings().toArray(String[]::new)))
                .mapEmpty();
    }

    /// What is locked: nobody else decides until the transaction ends.
    ///
    /// @param actor of the last step
    record Locked(String state, int seq, String actor) {
        boolean open() {
            return state.equals("WAITING") || state.equals("COPY_ASKED");
        }
    }

    static Future<@Nullable Locked> lock(SqlConnection connection, String id) {
        return connection
                .preparedQuery("SELECT id FROM learning.evidence WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .compose(_ -> connection.preparedQuery("""
                                SELECT e.state, coalesce(s.seq, 0), coalesce(s.actor, e.handed_in_by)
                                FROM learning.evidence e LEFT JOIN LATERAL (
                                  SELECT seq, actor FROM portal.evidence_step WHERE evidence_id = e.id
                                  ORDER BY seq DESC LIMIT 1) s ON true
                                WHERE e.id = $1
                                """).execute(Tuple.of(id)))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Locked(row.getString(0), row.getInteger(1), row.getString(2));
                    }
                    return null;
                });
    }

    static Future<Void> decide(
            SqlConnection connection,
            String id,
            String state,
            @Nullable String refusal,
            String motivation,
            String handler,
            Instant now) {
        boolean decided = state.equals("ACCEPTED") || state.equals("REFUSED");
        return connection
                .preparedQuery("""
                        UPDATE learning.evidence SET state = $2, refusal = $3, motivation = $4, decided_at = $5,
                          decided_by = $6 WHERE id = $1
                        """)
                .execute(Tuple.of(id, state)
                        .addString(refusal)
                        .addString(motivation)
                        .addOffsetDateTime(decided ? utc(now) : null)
                        .addString(decided ? handler : null))
                .mapEmpty();
    }

    /// A training or exemption as it now counts.
    ///
    /// @param since the last day of the training; of an exemption the day on which it was asked
    record Training(
            String personId,
            String partnership,
            LocalDate since,
            String status,
            @Nullable String ground,
            @Nullable String provider,
            @Nullable String course,
            @Nullable BigDecimal hours) {}

    /// False where the same was known already.
    static Future<Boolean> train(SqlConnection connection, Training training, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, exemption_ground,
                          provider, course, hours, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT (person_id, partnership_code, since, status) DO NOTHING
                        """)
                .execute(Tuple.of(training.personId(), training.partnership(), training.since(), training.status())
                        .addString(training.ground())
                        .addString(training.provider())
                        .addString(training.course())
                        .addValue(training.hours())
                        .addOffsetDateTime(utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static OffsetDateTime utc(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
