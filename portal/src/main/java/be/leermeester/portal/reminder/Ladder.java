package be.leermeester.portal.reminder;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.followup.FollowUp;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The steps after a mail without result (N3): somebody is asked to call, then to send a letter; each once per
/// deadline, and each kept.
record Ladder(Ids ids, Time time) {

    /// A mentor with one deadline, at a company of his where one is known.
    record Case(
            String personId,
            String partnership,
            LocalDate dueOn,
            @Nullable String enterprise) {
        static Case of(Reminder reminder) {
            return new Case(reminder.mentor().personId(), reminder.partnership(), reminder.dueOn(), null);
        }

        String subject() {
            return "person:" + personId;
        }
    }

    /// Days within which somebody takes it up.
    private static final int WITHIN = 7;

    /// `connection` must be inside a transaction; false where it was asked before.
    boolean askCall(SqlConnection connection, Case which) {
        return ask(connection, which, "CALL_ASKED", "CALL_MENTOR", "");
    }

    /// As [#askCall].
    ///
    /// @param because a code that is kept with it: `NO_RESULT`, `NO_ADDRESS`, `REFUSED`
    boolean askLetter(SqlConnection connection, Case which, String because) {
        return ask(connection, which, "LETTER_ASKED", "MENTOR_LETTER", because);
    }

    private boolean ask(SqlConnection connection, Case which, String step, String kind, String because) {
        boolean first = LadderQueries.step(
                connection,
                new LadderQueries.NewStep(ids.next().toString(), which, step, "portal", because),
                time.now());
        if (first) {
            open(connection, which, kind, "");
        }
        return first;
    }

    void open(SqlConnection connection, Case which, String kind, String remark) {
        new FollowUp(
                        which.partnership(),
                        kind,
                        which.subject(),
                        which.enterprise(),
                        null,
                        remark,
                        time.today().plusDays(WITHIN))
                .open(connection, ids.next().toString(), time.now())
                .await();
    }
}
