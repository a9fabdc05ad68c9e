package be.leermeester.portal.exchange.format;

import java.util.Locale;

/// Why a row is not taken.
public enum Reason {
    VALUE_MISSING,
    CHECK_DIGITS,
    UNKNOWN_REFERENCE,
    REFERS_TO_ITSELF,
    TRANSITION_NOT_ALLOWED,
    RESTORED_WITHOUT_DECISION,
    BEFORE_SUBMISSION,
    END_BEFORE_START,
    IMPOSSIBLE_DATE,
    IMPOSSIBLE_MOMENT,
    UNKNOWN_VALUE,
    NOT_A_CODE,
    NOT_A_NUMBER,
    NOT_A_LINK,
    TOO_LONG,
    NOT_TEXT,
    DECISION_AND_DATE_DISAGREE,
    MORE_MINIMUM_THAN_MAXIMUM,
    SCOPE_NEEDED,
    FILE_MISSING,
    DUPLICATE_KEY,
    NATIONAL_NUMBER_TAKEN,
    FIELD_COUNT;

    /// The key of the sentence in the message files.
    public String key() {
        return "import.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
