package be.leermeester.portal.treatment;

/// What a handler checks (domain.md section 2), of the company or of each mentor.
enum Criterion {
    TRAINING_PLAN(false),
    FINANCIAL_CAPACITY(false),
    NO_CONVICTIONS(false),
    /// The extract of the criminal record was seen: at most a year old on the day of filing (9.11).
    CONDUCT(true),
    /// The portal computes it; being too young is accepted with a motivation only.
    AGE(true),
    PRACTICE(true);

    private final boolean ofMentor;

    Criterion(boolean ofMentor) {
        this.ofMentor = ofMentor;
    }

    boolean isOfMentor() {
        return ofMentor;
    }
}
