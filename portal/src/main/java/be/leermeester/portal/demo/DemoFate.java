package be.leermeester.portal.demo;

/// What becomes of a mentor by today, and how many mentors it befalls (beside the demo people's own company).
enum DemoFate {
    FOLLOWED(175),
    FOLLOWED_ELSEWHERE(60),
    EXEMPT(45),
    /// More than six months left.
    GREEN(75),
    AMBER(55),
    RED(45),
    /// Past the deadline, not yet handled: what an administrator sees as arrears.
    OVERDUE(10),
    /// Past the deadline and struck off.
    LAPSED(38),
    /// Struck off, and cured by evidence of a training followed in time.
    LATE_EVIDENCE(4),
    UNDECIDED(28),
    REFUSED(27),
    DISCONTINUED(28),
    /// Approved before 1 September 2019: no obligation.
    BEFORE_OBLIGATION(12),
    /// Approved while the term was six months longer (until 31 March 2020).
    EXTENDED(14),
    /// Struck off for something else than the training.
    STRUCK(8);

    private final int count;

    DemoFate(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    boolean everApproved() {
        return this != UNDECIDED && this != REFUSED;
    }

    boolean met() {
        return this == FOLLOWED || this == FOLLOWED_ELSEWHERE || this == EXEMPT || this == EXTENDED;
    }

    boolean stillToFollow() {
        return this == GREEN || this == AMBER || this == RED || this == OVERDUE;
    }
}
