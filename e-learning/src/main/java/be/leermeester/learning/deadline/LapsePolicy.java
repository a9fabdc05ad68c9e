package be.leermeester.learning.deadline;

/// What a partnership does with the recognitions of a mentor who did not follow the training in time (domain.md 9.5).
public enum LapsePolicy {
    /// Struck off at once, and a recognition left without a valid mentor is revoked at once.
    AUTOMATIC_AT_ONCE,
    /// Struck off at once; a recognition left without a valid mentor is revoked at once, but kept until the end of the
    /// school year where an agreement runs. The rule since 20 August 2021.
    AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT,
    /// The status changes by itself, striking off and revoking wait for a handler (9.18). The rule before that date.
    HANDLER_CONFIRMS
}
