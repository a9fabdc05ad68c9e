package be.leermeester.portal.status;

import java.util.Set;

/// Where a recognition dossier stands, and the only changes that are allowed (domain.md section 2).
public enum RecognitionStatus {
    SUBMITTED,
    INCOMPLETE,
    IN_REVIEW,
    ON_HOLD,
    CANCELLED,
    APPROVED,
    REJECTED,
    REVOKED,
    CEASED,
    EXPIRED,
    DUPLICATED;

    /// The statuses that may come next. [#REJECTED] and [#REVOKED] lead to [#APPROVED] only by what [#isRestoredBy]
    /// names:
    /// whoever records that has to see to it.
    public Set<RecognitionStatus> next() {
        return switch (this) {
            case SUBMITTED -> Set.of(INCOMPLETE, IN_REVIEW, CANCELLED, APPROVED, REJECTED);
            case INCOMPLETE -> Set.of(SUBMITTED, CANCELLED);
            case IN_REVIEW -> Set.of(ON_HOLD, INCOMPLETE, CANCELLED, APPROVED, REJECTED);
            case ON_HOLD -> Set.of(IN_REVIEW, CANCELLED);
            case APPROVED -> Set.of(REVOKED, CEASED, EXPIRED, DUPLICATED);
            case REJECTED, REVOKED -> Set.of(APPROVED);
            case CANCELLED, CEASED, EXPIRED, DUPLICATED -> Set.of();
        };
    }

    public boolean allows(RecognitionStatus next) {
        return next().contains(next);
    }

    /// Whether going from here to `next` takes an annulled decision (section 7) or accepted late evidence (section 3).
    public boolean isRestoredBy(RecognitionStatus next) {
        return next == APPROVED && (this == REJECTED || this == REVOKED);
    }

    /// Waiting for somebody: the applicant can still cancel it.
    public boolean isOpen() {
        return switch (this) {
            case SUBMITTED, INCOMPLETE, IN_REVIEW, ON_HOLD -> true;
            case CANCELLED, APPROVED, REJECTED, REVOKED, CEASED, EXPIRED, DUPLICATED -> false;
        };
    }

    /// Open, and the partnership's fourteen days are running.
    public boolean isOnTheClock() {
        return this == SUBMITTED || this == IN_REVIEW;
    }

    /// The partnership's answer to an application.
    public boolean isDecision() {
        return this == APPROVED || this == REJECTED;
    }
}
