package be.leermeester.portal.status;

import static be.leermeester.portal.status.RecognitionStatus.APPROVED;
import static be.leermeester.portal.status.RecognitionStatus.CANCELLED;
import static be.leermeester.portal.status.RecognitionStatus.CEASED;
import static be.leermeester.portal.status.RecognitionStatus.DUPLICATED;
import static be.leermeester.portal.status.RecognitionStatus.EXPIRED;
import static be.leermeester.portal.status.RecognitionStatus.INCOMPLETE;
import static be.leermeester.portal.status.RecognitionStatus.IN_REVIEW;
import static be.leermeester.portal.status.RecognitionStatus.ON_HOLD;
import static be.leermeester.portal.status.RecognitionStatus.REJECTED;
import static be.leermeester.portal.status.RecognitionStatus.REVOKED;
import static be.leermeester.portal.status.RecognitionStatus.SUBMITTED;

/// In which quality somebody changes the status of a dossier (domain.md section 2).
public enum Actor {
    /// The company itself, or who holds its mandate.
    APPLICANT,
    /// Staff of the partnership.
    HANDLER,
    /// A social partner who votes on the advice list.
    ADVISOR,
    /// The portal's own work: the clock, the five years, the enterprise register, the training deadline.
    PORTAL,
    /// The appeal committee.
    COMMITTEE;

    /// Whether this change is allowed at all, and this actor is the one who makes it.
    public boolean may(RecognitionStatus from, RecognitionStatus to) {
        return from.allows(to)
                && switch (this) {
                    case APPLICANT -> to == SUBMITTED || to == CANCELLED;
                    case HANDLER -> handles(from, to);
                    case ADVISOR -> to == ON_HOLD || (from == SUBMITTED && to == IN_REVIEW);
                    case PORTAL -> works(from, to);
                    case COMMITTEE -> from.isRestoredBy(to);
                };
    }

    private static boolean handles(RecognitionStatus from, RecognitionStatus to) {
        return switch (to) {
            case INCOMPLETE, IN_REVIEW, ON_HOLD, REJECTED, REVOKED, DUPLICATED -> true;
            // Late evidence that a handler accepts restores what the training deadline took (section 3).
            case APPROVED -> from != REJECTED;
            case SUBMITTED, CANCELLED, CEASED, EXPIRED -> false;
        };
    }

    private static boolean works(RecognitionStatus from, RecognitionStatus to) {
        return switch (to) {
            case APPROVED -> from != REJECTED;
            case CEASED, EXPIRED, REVOKED, DUPLICATED -> true;
            case SUBMITTED, INCOMPLETE, IN_REVIEW, ON_HOLD, CANCELLED, REJECTED -> false;
        };
    }
}
