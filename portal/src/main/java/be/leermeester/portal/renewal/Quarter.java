package be.leermeester.portal.renewal;

import java.time.LocalDate;

/// A quarter of a calendar year, and which recognitions it asks companies about (R9, N2): in its first week about those
/// that end in the quarter after next, and once more about those that end in the next one and are not renewed yet.
///
/// @param number 1 to 4
record Quarter(int year, int number) {

    private static final int MONTHS = 3;
    private static final int WEEK = 7;

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    Quarter next() {
        return of(first().plusMonths(MONTHS));
    }

    /// Recognitions that end in it are reminded of in this quarter.
    Quarter reminds() {
        return next();
    }

    /// Recognitions that end in it are asked about for the first time in this quarter.
    Quarter asks() {
        return next().next();
    }

    boolean firstWeekHolds(LocalDate day) {
        return !day.isBefore(first()) && day.isBefore(first().plusDays(WEEK));
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
