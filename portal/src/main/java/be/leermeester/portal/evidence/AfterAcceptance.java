package be.leermeester.portal.evidence;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;

/// What follows when training or an exemption is accepted: what a passed deadline took is given back. Called in the
/// transaction of the acceptance, after the training was written, on a virtual thread.
@FunctionalInterface
public interface AfterAcceptance {

    /// @param followedOn the last day of the training: what counts, not when it was handed in (9.7)
    /// @param actor who accepted it, a person's id
    void restore(SqlConnection connection, String personId, String partnership, LocalDate followedOn, String actor);
}
