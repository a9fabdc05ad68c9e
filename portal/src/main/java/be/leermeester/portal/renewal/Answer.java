package be.leermeester.portal.renewal;

import org.jspecify.annotations.Nullable;

/// What a company says about a recognition that ends.
///
/// @param reason why it does not renew; null with the other answers
/// @param personId who says so; with a link the person to whom it was mailed
/// @param byLink whether it came through the link in the mail, without signing in
record Answer(Kind kind, @Nullable Reason reason, String remark, String personId, boolean byLink) {

    enum Kind {
        /// A prefilled dossier is filed next.
        RENEW("RENEWAL_FILE"),
        /// The partnership calls before the recognition lapses.
        NOT_RENEW("RENEWAL_CALL"),
        /// The partnership supports first.
        NEEDS_SUPPORT("RENEWAL_SUPPORT");

        private final String followUp;

        Kind(String followUp) {
            this.followUp = followUp;
        }

        /// The kind of the item that the answer opens.
        String followUp() {
            return followUp;
        }
    }

    enum Reason {
        NO_COOPERATION,
        BAD_EXPERIENCE,
        PROGRAMME_ENDS,
        NO_MENTOR,
        OTHER
    }
}
