package be.leermeester.portal.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which partnership the portal proposes for a programme of a company, and why (R11): the one that a rule names for the
/// joint committee, else the one to which most earlier dossiers of the same went, else the Flemish Partnership, which
/// is
/// competent where no sectoral one is (domain.md section 1). A handler can transfer the dossier.
///
/// @param sector of the Flemish Partnership; null elsewhere
/// @param count of the earlier dossiers that tell it, how many went to this partnership
/// @param of how many earlier dossiers tell it
record Competence(String partnership, @Nullable String sector, Ground ground, long count, long of) {

    static final String FLEMISH = "flemish_partnership";

    enum Ground {
        /// A published rule names the joint committee.
        RULE,
        COMMITTEE_AND_PROGRAMME,
        COMMITTEE,
        /// Only where the register does not know the company's joint committee.
        PROGRAMME,
        NONE
    }

    /// Earlier recognitions that are alike.
    ///
    /// @param committee whether they were of companies of the same joint committee
    /// @param programme whether they were for the same programme
    record Tally(String partnership, @Nullable String sector, boolean committee, boolean programme, long number) {}

    /// @param ruled the partnership that a rule names for the joint committee; null where none does
    /// @param committeeKnown whether the register knows the company's joint committee
    static Competence of(@Nullable String ruled, boolean committeeKnown, List<Tally> tallies) {
        if (ruled != null) {
            return new Competence(ruled, null, Ground.RULE, 0, 0);
        }
        Competence found = committeeKnown
                ? most(tallies, Ground.COMMITTEE_AND_PROGRAMME, tally -> tally.committee() && tally.programme())
                : most(tallies, Ground.PROGRAMME, Tally::programme);
        if (found == null && committeeKnown) {
            found = most(tallies, Ground.COMMITTEE, Tally::committee);
        }
        return found == null ? new Competence(FLEMISH, null, Ground.NONE, 0, 0) : found;
    }

    private static @Nullable Competence most(List<Tally> tallies, Ground ground, Predicate<Tally> alike) {
        List<Tally> counted = tallies.stream().filter(alike).toList();
        String partnership = counted.stream()
                .collect(Collectors.groupingBy(Tally::partnership, Collectors.summingLong(Tally::number)))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (partnership == null) {
            return null;
        }
        List<Tally> its = counted.stream()
                .filter(tally -> tally.partnership().equals(partnership))
                .toList();
        String sector = its.stream()
                .max(Comparator.comparingLong(Tally::number))
                .map(Tally::sector)
                .orElse(null);
        return new Competence(partnership, sector, ground, sum(its), sum(counted));
    }

    private static long sum(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::number).sum();
    }
}
