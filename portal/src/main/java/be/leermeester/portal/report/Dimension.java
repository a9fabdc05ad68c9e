package be.leermeester.portal.report;

import java.util.Arrays;
import java.util.List;

/// One way in which a report splits its counts.
///
/// @param column the code column, named as in the published file
/// @param members its values, in the order in which they are shown
record Dimension(String column, Members members) {

    /// The values can depend on what is asked (school years) and on the reference data (partnerships).
    @FunctionalInterface
    interface Members {
        List<Member> of(Question question, Names names);
    }

    static Dimension of(String column, Member... members) {
        List<Member> fixed = List.of(members);
        return new Dimension(column, (_, _) -> fixed);
    }

    static Dimension codes(String column, String... codes) {
        return of(column, Arrays.stream(codes).map(Member::data).toArray(Member[]::new));
    }
}
