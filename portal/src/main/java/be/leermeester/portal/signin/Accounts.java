package be.leermeester.portal.signin;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Time;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which account at the sign-in provider is which person, and changes after which nobody may act by what was true
/// before. For invitations and the administrator; told in straight lines on a virtual thread.
public final class Accounts {

    /// An account at a provider.
    public record Account(String issuer, String subject) {}

    /// How tying an account to a person went.
    public enum Linking {
        DONE,
        /// The account is somebody else's already.
        ACCOUNT_OF_ANOTHER,
        /// The person signs in with another account of the same provider.
        PERSON_HAS_ANOTHER
    }

    private final Db db;
    private final Sessions sessions;
    private final Time time;

    public Accounts(Db db, Sessions sessions, Time time) {
        this.db = db;
        this.sessions = sessions;
        this.time = time;
    }

    /// The session behind an id, null where there is none or it has ended.
    public @Nullable Session session(String sessionId) {
        return sessions.find(sessionId).await();
    }

    /// Runs a change of who is who, or of who may what, in a transaction. Once it is committed no server goes by a
    /// session that it remembers from before.
    public <T> T change(Function<SqlConnection, T> change) {
        T result = db.transact(connection -> {
            T done = change.apply(connection);
            SessionQueries.announce(connection, "*").await();
            return done;
        });
        sessions.forget("*");
        return result;
    }

    /// Ties the account to the person, and the account's open sessions with it. Doing it twice is doing it once. The
    /// person must exist.
    public Linking link(SqlConnection connection, Account account, String personId) {
        SignInQueries.lockPerson(connection, personId).await();
        List<SignInQueries.Link> known =
                SignInQueries.linksTouching(connection, account, personId).await();
        for (SignInQueries.Link link : known) {
            if (link.account().equals(account) && !link.personId().equals(personId)) {
                return Linking.ACCOUNT_OF_ANOTHER;
            }
            if (link.account().issuer().equals(account.issuer())
                    && !link.account().equals(account)) {
                return Linking.PERSON_HAS_ANOTHER;
            }
        }
        boolean fresh = SignInQueries.link(connection, account.issuer(), account.subject(), personId, time.now())
                        .await()
                        .rowCount()
                == 1;
        if (!fresh && known.isEmpty()) {
            return Linking.ACCOUNT_OF_ANOTHER;
        }
        SessionQueries.become(connection, account, personId).await();
        return Linking.DONE;
    }

    /// Unties them and ends the account's sessions; false where they were not tied.
    public boolean unlink(SqlConnection connection, Account account, String personId) {
        boolean untied =
                SignInQueries.unlink(connection, account, personId).await().rowCount() == 1;
        if (untied) {
            SessionQueries.deleteOf(connection, account).await();
        }
        return untied;
    }
}
