package be.leermeester.portal.invitation;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person is asked to tie an account to the person that the portal knows.
///
/// @param inviter the name of who invites
/// @param reason what for, in the inviter's words
/// @param grant the role that comes with accepting it; null where it is for the account alone
record Invitation(
        String id,
        String personId,
        String personName,
        String invitedBy,
        String inviter,
        String reason,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant declinedAt,
        @Nullable Grant grant) {

    enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    /// The last whole day on which it can be accepted.
    public LocalDate lastDay() {
        return Time.dateOf(expiresAt).minusDays(1);
    }

    State state(Instant now) {
        if (acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (declinedAt != null) {
            return State.DECLINED;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.EXPIRED;
    }
}
