package be.leermeester.portal.followup;

import org.jspecify.annotations.Nullable;

/// Why something stands on the follow-up list: where its work is done, and whether it closes by itself once that is
/// done. Its title is `term.follow-up.<kind>`, what to do `followup.todo.<kind>`; a kind without words cannot be
/// opened.
public enum FollowUpKind {
    ESCALATION(Place.DOSSIER, true),
    TRANSFERRED(Place.DOSSIER, true),
    ADVICE_ASKED(Place.COMPETENCE, true),
    CONTACT(Place.DOSSIER, false),
    PRINT_LETTER(Place.LETTER, false),
    NEW_MENTOR(Place.MENTOR_DECISION, true),
    MENTOR_LEFT(Place.DOSSIER, false),
    REGISTER_CEASED(Place.DOSSIER, false),
    REGISTER_MOVED(Place.COMPANY, false),
    REGISTER_TRANSFERRED(Place.COMPANY, false),
    RENEWAL_LETTER(Place.RENEWAL_LETTER, false),
    RENEWAL_FILE(Place.DOSSIER, false),
    RENEWAL_CALL(Place.DOSSIER, false),
    RENEWAL_SUPPORT(Place.DOSSIER, false),
    LAPSE_CONFIRM(Place.LAPSE, true),
    CALL_MENTOR(Place.COMPANY, false),
    MENTOR_LETTER(Place.COMPANY, false),
    MENTOR_WRONG(Place.COMPANY, false);

    private enum Place {
        DOSSIER,
        COMPETENCE,
        LETTER,
        MENTOR_DECISION,
        COMPANY,
        RENEWAL_LETTER,
        LAPSE
    }

    private final Place place;
    private final boolean closesItself;

    FollowUpKind(Place place, boolean closesItself) {
        this.place = place;
        this.closesItself = closesItself;
    }

    /// Whether only its work closes it: a decision, an answer. Closed by hand it would be lost.
    boolean closesItself() {
        return closesItself;
    }

    /// The page on which the work is done; null where the item says too little to know.
    @Nullable
    String workAt(String subject, @Nullable String dossier, @Nullable String enterprise) {
        String last = subject.substring(subject.lastIndexOf(':') + 1);
        if (place == Place.LAPSE) {
            return "/lapses/" + last;
        }
        if (dossier == null || place == Place.COMPANY) {
            return enterprise == null ? null : "/companies/" + enterprise;
        }
        return switch (place) {
            case COMPETENCE -> "/recognitions/" + dossier + "/competence";
            case LETTER -> "/recognitions/" + dossier + "/letters/" + last;
            case MENTOR_DECISION -> "/recognitions/" + dossier + "/mentor-decision/" + last;
            case RENEWAL_LETTER -> "/handler/renewals/" + dossier + "/letter";
            case DOSSIER, COMPANY, LAPSE -> "/recognitions/" + dossier;
        };
    }
}
