package be.leermeester.portal.reminder;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Whether reminders leave.
final class WatchQueries {

    private WatchQueries() {}

    /// How many are due without a sign of life: of the day that began `patience` ago where nothing at all was decided,
    /// or mails due before `since` while none has left after it.
    static Future<Long> silent(SqlClient client, LocalDate day, Instant since) {
        Future<Long> due = ReminderQueries.open(client, day)
                .map(counts ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
        return Future.all(due, decided(client, day), waiting(client, since)).map(found -> {
            long undecided = found.<Long>resultAt(1) == 0 ? found.<Long>resultAt(0) : 0;
            return undecided + found.<Long>resultAt(2);
        });
    }

    private static Future<Long> decided(SqlClient client, LocalDate day) {
        return client.preparedQuery("SELECT count(*) FROM portal.reminder WHERE moment = $1")
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Future<Long> waiting(SqlClient client, Instant since) {
        return client.preparedQuery("""
                        SELECT count(*) FROM kernel.mail
                        WHERE sent_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL AND due_at <= $1
                          AND reason = 'TRAINING_REMINDER'
                          AND NOT EXISTS (SELECT FROM kernel.mail left_since WHERE left_since.sent_at > $1)
                        """)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /// False where it was raised today already.
    static Future<Boolean> raise(SqlConnection connection, LocalDate day, Instant now, long due) {
        return connection
                .preparedQuery("INSERT INTO portal.reminder_alarm (day, raised_at, due) VALUES ($1, $2, $3)"
                        + " ON CONFLICT DO NOTHING")
                .execute(Tuple.of(day, now.atOffset(ZoneOffset.UTC), Math.toIntExact(due)))
                .map(rows -> rows.rowCount() == 1);
    }
}
