package be.leermeester.portal.application;

/// What a partnership asks of a mentor (`portal.partnership_policy`; S2:194, S2:378).
///
/// @param minimumAge in years, on the day of filing
/// @param loweredAge with proof of prior training
/// @param minimumPractice in years; waived with proof of prior training
/// @param extract whether the criminal-record extract is asked of everybody (S2:166); elsewhere only in doubt
record MentorPolicy(int minimumAge, int loweredAge, int minimumPractice, boolean extract) {

    /// Where no partnership is known yet.
    static final MentorPolicy USUAL = new MentorPolicy(25, 23, 5, false);

    /// What satisfies both.
    MentorPolicy and(MentorPolicy other) {
        return new MentorPolicy(
                Math.max(minimumAge, other.minimumAge),
                Math.max(loweredAge, other.loweredAge),
                Math.max(minimumPractice, other.minimumPractice),
                extract || other.extract);
    }
}
