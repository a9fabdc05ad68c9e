package be.leermeester.portal.lapse;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A recognition as a lapse finds it.
///
/// @param validUntil the first day on which its five years are over; null where that is not known
/// @param mentors the persons who are approved for it and not struck off
/// @param agreements at its establishment and for its programme, so that they survive a renewal (domain.md 9.17)
/// @param keptUntil the day on which it is revoked unless there is a valid mentor by then; null while it is not kept
record Recognised(
        String id,
        String enterpriseNumber,
        String partnership,
        @Nullable LocalDate validUntil,
        Set<String> mentors,
        List<Agreement> agreements,
        @Nullable LocalDate keptUntil) {

    /// @param last the last day on which it runs, early end and cancellation counted
    record Agreement(
            LocalDate starts, LocalDate last, @Nullable String provider) {

        /// Runs on the day, or starts after it and before the coming school year.
        boolean countsOn(LocalDate day) {
            return !last.isBefore(day) && starts.isBefore(endOfSchoolYear(day));
        }
    }

    Recognised {
        mentors = Set.copyOf(mentors);
        agreements = List.copyOf(agreements);
    }

    /// The coming 1 September: the first day after the school year in which the day lies.
    static LocalDate endOfSchoolYear(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), 9, 1);
        return day.isBefore(september) ? september : september.plusYears(1);
    }

    boolean holdsOn(LocalDate day) {
        return validUntil == null || validUntil.isAfter(day);
    }

    boolean hasAgreementOn(LocalDate day) {
        return agreements.stream().anyMatch(agreement -> agreement.countsOn(day));
    }

    /// The schools of those agreements.
    Set<String> schoolsOn(LocalDate day) {
        return agreements.stream()
                .filter(agreement -> agreement.countsOn(day))
                .flatMap(agreement -> java.util.stream.Stream.ofNullable(agreement.provider()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Recognised without(String personId) {
        Set<String> left = new TreeSet<>(mentors);
        left.remove(personId);
        return new Recognised(id, enterpriseNumber, partnership, validUntil, left, agreements, keptUntil);
    }

    Recognised keptUntil(@Nullable LocalDate day) {
        return new Recognised(id, enterpriseNumber, partnership, validUntil, mentors, agreements, day);
    }
}
