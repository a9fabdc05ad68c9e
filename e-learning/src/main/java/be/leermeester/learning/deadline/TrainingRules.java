package be.leermeester.learning.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The dated rules of all partnerships. The rule that holds on the day of the approval gives the term.
public final class TrainingRules {

    /// Where no rule of a partnership holds: the decree's longest term and the usual reminders (S4:693, S0:404).
    private static final Term DECREE = new Term("", LocalDate.MIN, null, 12, new Flag.Thresholds(6, 3), "S4:693");

    /// From this day on lapses act by themselves unless the partnership says otherwise (S4:775).
    private static final LocalDate AUTOMATIC_FROM = LocalDate.of(2021, 8, 20);

    /// A partnership's rule.
    ///
    /// @param validFrom first day
    /// @param validTo last day, null while it holds
    /// @param months 1 to 12, counted from the approval
    /// @param source where the rule stands, `S4:693`
    /// @param policy what a lapse does while it holds; null for what the day says
    public record Term(
            String partnership,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int months,
            Flag.Thresholds thresholds,
            String source,
            @Nullable LapsePolicy policy) {

        public Term(
                String partnership,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                int months,
                Flag.Thresholds thresholds,
                String source) {
            this(partnership, validFrom, validTo, months, thresholds, source, null);
        }

        /// The same, with a last day.
        Term until(LocalDate lastDay) {
            return new Term(partnership, validFrom, lastDay, months, thresholds, source, policy);
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /// Months more for everybody approved in a period, both days included.
    public record Extension(LocalDate approvedFrom, LocalDate approvedTo, int months, String source) {

        boolean holdsFor(LocalDate approvedOn) {
            return !approvedOn.isBefore(approvedFrom) && !approvedOn.isAfter(approvedTo);
        }
    }

    /// Under which other partnerships a followed training does not count for this one (M12).
    ///
    /// @param validTo last day, null while it holds
    public record Refusal(
            String partnership,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Set<String> refuses) {

        public Refusal {
            refuses = Set.copyOf(refuses);
        }

        boolean holdsFor(String asked, LocalDate day) {
            return partnership.equals(asked) && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    private final Map<String, List<Term>> terms;
    private final List<Extension> extensions;
    private final List<Refusal> refusals;

    public TrainingRules(Collection<Term> terms, Collection<Extension> extensions) {
        this(terms, extensions, List.of());
    }

    public TrainingRules(Collection<Term> terms, Collection<Extension> extensions, Collection<Refusal> refusals) {
        this.terms = terms.stream().collect(Collectors.groupingBy(Term::partnership));
        this.extensions = List.copyOf(extensions);
        this.refusals = List.copyOf(refusals);
    }

    /// Whether a training followed under another partnership counts for a mentor who was approved on a day: unless a
    /// rule of that day refuses it.
    public boolean accepts(String partnership, String other, LocalDate approvedOn) {
        return refusals.stream()
                .noneMatch(refusal -> refusal.holdsFor(partnership, approvedOn)
                        && refusal.refuses().contains(other));
    }

    /// These rules with a new version of one: the version without end stops the day before it begins.
    public TrainingRules with(Term next) {
        List<Term> all = new ArrayList<>(List.of(next));
        terms.values().stream()
                .flatMap(List::stream)
                .map(term -> term.partnership().equals(next.partnership()) && term.validTo() == null
                        ? term.until(next.validFrom().minusDays(1))
                        : term)
                .forEach(all::add);
        return new TrainingRules(all, extensions, refusals);
    }

    /// The partnerships that have rules.
    public Set<String> partnerships() {
        return Set.copyOf(terms.keySet());
    }

    /// The rule of a partnership on a day; the decree's where it has none.
    public Term termOn(String partnership, LocalDate day) {
        return terms.getOrDefault(partnership, List.of()).stream()
                .filter(term -> term.holdsOn(day))
                .findFirst()
                .orElse(DECREE);
    }

    /// What a lapse on a day does in a partnership.
    public LapsePolicy policyOn(String partnership, LocalDate day) {
        LapsePolicy own = termOn(partnership, day).policy();
        if (own != null) {
            return own;
        }
        return day.isBefore(AUTOMATIC_FROM)
                ? LapsePolicy.HANDLER_CONFIRMS
                : LapsePolicy.AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT;
    }

    Explanation explain(String partnership, Explanation.Start start) {
        Term term = termOn(partnership, start.approvedOn());
        List<Extension> longer = extensions.stream()
                .filter(extension -> extension.holdsFor(start.approvedOn()))
                .toList();
        int months = longer.stream().mapToInt(Extension::months).sum();
        String source = longer.stream().map(Extension::source).distinct().collect(Collectors.joining(", "));
        return new Explanation(
                partnership, start, term.months(), term.source(), months, source.isEmpty() ? null : source, 0, null);
    }
}
