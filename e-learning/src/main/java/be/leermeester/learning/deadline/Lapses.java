package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of a lapse: which deadlines pass on a day, the status that then holds, the striking off and its undoing.
/// Whoever writes them derives the obligation anew in the same transaction ([DeriveObligations]).
public final class Lapses {

    /// A deadline that passes.
    ///
    /// @param on the first day of the status NOT_FOLLOWED
    public record Due(String personId, String partnership, LocalDate on) {}

    private Lapses() {}

    /// Those that pass after one day, up to and with another, in the order of days, persons and partnerships.
    ///
    /// @param partnerships null for all
    public static Future<List<Due>> due(
            SqlClient client, LocalDate after, LocalDate until, @Nullable Collection<String> partnerships) {
        return LapseQueries.due(client, after, until, null, partnerships);
    }

    /// Those of one person.
    public static Future<List<Due>> dueOf(SqlClient client, LocalDate after, LocalDate until, String personId) {
        return LapseQueries.due(client, after, until, personId, null);
    }

    /// The training was not followed in time; false where that was recorded already.
    public static Future<Boolean> notFollowed(
            SqlConnection connection, String personId, String partnership, LocalDate day, Instant now) {
        return LapseQueries.notFollowed(connection, personId, partnership, day, now);
    }

    /// Strikes the person off an application for it; false where somebody struck the person off already.
    public static Future<Boolean> strike(
            SqlConnection connection, String personId, String applicationId, LocalDate day, Instant now) {
        return LapseQueries.strike(connection, personId, applicationId, day, now);
    }

    /// Undoes the striking off for the training; what was known in between stays known (domain.md 9.14).
    public static Future<Void> giveBack(
            SqlConnection connection, String personId, Collection<String> applicationIds, String because, Instant now) {
        return LapseQueries.giveBack(connection, personId, applicationIds, because, now);
    }
}
