package be.leermeester.portal.report;

import java.util.List;
import java.util.stream.Stream;

/// The dimension `school_year`.
final class Periods {

    private static final String COLUMN = "school_year";

    private Periods() {}

    /// Every year since the decree up to the period asked for; the first ones only where something was counted.
    static Dimension sinceFirst(boolean total) {
        return new Dimension(COLUMN, (question, _) -> {
            Stream<Member> years = question.period().sinceFirst().stream().map(year -> member(year, question));
            return Stream.concat(years, total ? Stream.of(Member.data("total")) : Stream.empty())
                    .toList();
        });
    }

    /// The period asked for and those before it, `count` in all.
    static Dimension last(int count) {
        return new Dimension(
                COLUMN,
                (question, _) -> question.period().last(count).stream()
                        .map(year -> member(year, question))
                        .toList());
    }

    /// The months of every year since the decree, from September on.
    static Dimension months() {
        return new Dimension(
                "year_month",
                (question, _) -> question.period().sinceFirst().stream()
                        .flatMap(Periods::monthsOf)
                        .toList());
    }

    private static Stream<Member> monthsOf(SchoolYear year) {
        return List.of(9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8).stream()
                .map(month -> java.time.YearMonth.of(month >= 9 ? year.start() : year.start() + 1, month))
                .map(month -> Member.data(month.toString())
                        .with(COLUMN, year.code())
                        .with("month_code", month.getMonth().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static Member member(SchoolYear year, Question question) {
        Member member = Member.data(year.code());
        return year.equals(question.period()) ? member : member.ifCounted();
    }
}
