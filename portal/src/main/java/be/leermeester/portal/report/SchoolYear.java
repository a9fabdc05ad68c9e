package be.leermeester.portal.report;

import be.leermeester.kernel.Time;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// 1 September to 31 August.
///
/// @param start the calendar year in which it begins
record SchoolYear(int start) implements Comparable<SchoolYear> {

    /// The decree took effect in July 2016: the report's 2015-2016 holds July and August 2016 only.
    static final SchoolYear FIRST = new SchoolYear(2015);

    static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /// The latest one that is over at the end of that day.
    static SchoolYear lastFinished(LocalDate day) {
        return of(day.plusDays(1)).previous();
    }

    /// Reads `2020-2021`; empty where it is anything else.
    static Optional<SchoolYear> parse(String code) {
        if (!code.matches("(19|20|21)\\d\\d-(19|20|21)\\d\\d")) {
            return Optional.empty();
        }
        SchoolYear year = new SchoolYear(Integer.parseInt(code.substring(0, 4)));
        return Optional.of(year).filter(parsed -> parsed.code().equals(code));
    }

    /// From this one back, oldest first.
    List<SchoolYear> last(int count) {
        return IntStream.rangeClosed(start - count + 1, start)
                .mapToObj(SchoolYear::new)
                .toList();
    }

    /// All since the decree up to this one; this one alone where it lies before.
    List<SchoolYear> sinceFirst() {
        return last(Math.max(1, start - FIRST.start + 1));
    }

    SchoolYear previous() {
        return new SchoolYear(start - 1);
    }

    SchoolYear next() {
        return new SchoolYear(start + 1);
    }

    LocalDate from() {
        return LocalDate.of(start, Month.SEPTEMBER, 1);
    }

    /// The last day.
    LocalDate to() {
        return LocalDate.of(start + 1, Month.AUGUST, 31);
    }

    /// The first moment, in Brussels.
    OffsetDateTime begins() {
        return from().atStartOfDay(Time.ZONE).toOffsetDateTime();
    }

    String code() {
        return start + "-" + (start + 1);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }
}
