package be.leermeester.portal.treatment;

import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.RecognitionStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a handler can do with a dossier, each with a small form of its own at `/recognitions/:id/<path>`.
enum Deed {
    REVIEW(RecognitionStatus.IN_REVIEW),
    RESUME(RecognitionStatus.IN_REVIEW),
    APPROVE(RecognitionStatus.APPROVED),
    PARTIAL(RecognitionStatus.APPROVED),
    INCOMPLETE(RecognitionStatus.INCOMPLETE),
    HOLD(RecognitionStatus.ON_HOLD),
    REJECT(RecognitionStatus.REJECTED),
    REVOKE(RecognitionStatus.REVOKED);

    private final RecognitionStatus to;

    Deed(RecognitionStatus to) {
        this.to = to;
    }

    RecognitionStatus to() {
        return to;
    }

    /// The last part of its address, of the name of its template and of the keys of its words.
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean offeredIn(RecognitionStatus status) {
        boolean fits = switch (this) {
            case REVIEW -> status == RecognitionStatus.SUBMITTED;
            case RESUME -> status == RecognitionStatus.ON_HOLD;
            case APPROVE, PARTIAL, REJECT -> status.isOnTheClock();
            case INCOMPLETE, HOLD, REVOKE -> true;
        };
        return fits && Actor.HANDLER.may(status, to);
    }

    /// Those of a status, the most obvious one first.
    static List<Deed> of(RecognitionStatus status) {
        return Arrays.stream(values()).filter(deed -> deed.offeredIn(status)).toList();
    }

    /// Whether it takes a code and a motivation (R6).
    boolean isMotivated() {
        return this == REJECT || this == REVOKE;
    }

    boolean isApproval() {
        return this == APPROVE || this == PARTIAL;
    }
}
