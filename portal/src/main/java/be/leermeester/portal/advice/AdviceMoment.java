package be.leermeester.portal.advice;

import be.leermeester.kernel.Time;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// When the lists of a partnership close: "every Thursday at noon" (S2:474-478), on the clock in Brussels, also in the
/// weeks in which that clock changes.
record AdviceMoment(DayOfWeek day, LocalTime at) {

    /// A regular list leaves the voters at least so long.
    static final Duration NOTICE = Duration.ofHours(24);
    /// Also a list with a moment of its own leaves them some time.
    static final Duration SHORTEST = Duration.ofHours(1);

    private static final int WEEKS = 3;

    /// The coming moments at which a list that is sent now can close, soonest first.
    static List<Instant> next(List<AdviceMoment> moments, Instant now) {
        return moments.stream()
                .flatMap(moment -> moment.coming(Time.dateOf(now)).stream())
                .filter(closing -> !closing.isBefore(now.plus(NOTICE)))
                .distinct()
                .sorted()
                .limit(WEEKS)
                .toList();
    }

    private List<Instant> coming(LocalDate today) {
        LocalDate first = today.with(TemporalAdjusters.nextOrSame(day));
        return java.util.stream.IntStream.rangeClosed(0, WEEKS)
                .mapToObj(week -> on(first.plusWeeks(week)))
                .toList();
    }

    private Instant on(LocalDate date) {
        return date.atTime(at).atZone(Time.ZONE).toInstant();
    }
}
