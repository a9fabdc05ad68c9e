package be.leermeester.portal.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/// School years as arguments of a query: `width_bucket(moment, starts)` is the place of a moment's year among the
/// codes, 0 before the first and one too many after the last. It is several times quicker than computing the year of
/// every row in Brussels time.
record Years(List<SchoolYear> years) {

    Years {
        years = List.copyOf(years);
    }

    String[] codes() {
        return years.stream().map(SchoolYear::code).toArray(String[]::new);
    }

    /// The first moment of each, and of the year after the last.
    OffsetDateTime[] begins() {
        return bounds().map(SchoolYear::begins).toArray(OffsetDateTime[]::new);
    }

    /// The first day of each, and of the year after the last.
    LocalDate[] from() {
        return bounds().map(SchoolYear::from).toArray(LocalDate[]::new);
    }

    private Stream<SchoolYear> bounds() {
        return Stream.concat(years.stream(), Stream.of(years.getLast().next()));
    }
}
