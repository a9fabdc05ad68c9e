package be.leermeester.portal.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Chance with a seed: the same seed throws the same, on every machine.
record DemoDice(Random random) {

    DemoDice(long seed) {
        this(new Random(seed));
    }

    /// Both ends can be thrown.
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> ordered) {
        List<T> mixed = new ArrayList<>(ordered);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /// A day from first to last, both included; the first where they are crossed.
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, Math.max(0, (int) ChronoUnit.DAYS.between(first, last))));
    }

    /// A day from Monday to Friday where the range holds one.
    LocalDate workday(LocalDate first, LocalDate last) {
        LocalDate day = day(first, last);
        for (int tries = 0; tries < 20 && !isWorkday(day); tries++) {
            day = day(first, last);
        }
        return day;
    }

    LocalDateTime morning(LocalDate day) {
        return day.atTime(8, 30).plusMinutes(between(0, 200));
    }

    LocalDateTime afternoon(LocalDate day) {
        return day.atTime(13, 0).plusMinutes(between(0, 230));
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static LocalDate workdayFrom(LocalDate day) {
        LocalDate workday = day;
        while (!isWorkday(workday)) {
            workday = workday.plusDays(1);
        }
        return workday;
    }
}
