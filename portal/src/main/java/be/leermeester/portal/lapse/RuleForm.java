package be.leermeester.portal.lapse;

import be.leermeester.kernel.Form;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.LapsePolicy;
import be.leermeester.learning.deadline.RuleChanges.Version;
import be.leermeester.learning.deadline.TrainingRules.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the form of a new version of a training rule and says what is wrong with it.
final class RuleForm {

    private static final int LONGEST = 12;
    private static final int SOURCE = 500;

    /// As it was typed.
    ///
    /// @param seen the first day of the version that was changed
    record Typed(
            String seen,
            String from,
            String months,
            String amber,
            String red,
            String reminders,
            String policy,
            String source) {

        public List<String> policies() {
            return Stream.of(LapsePolicy.values()).map(Enum::name).toList();
        }
    }

    private final Form form;
    private final String partnership;
    private final Typed typed;
    private final @Nullable LocalDate from;
    private final int months;
    private final int amber;
    private final int red;
    private final List<Integer> reminders;

    RuleForm(Form form, String partnership, Term last) {
        this.form = form;
        this.partnership = partnership;
        this.from = form.date("from").orElse(null);
        this.months = number("months");
        this.amber = number("amber");
        this.red = number("red");
        String moments = form.optional("reminders", 40);
        this.reminders = reminders(moments);
        this.typed = new Typed(
                form.given("seen", 10),
                form.values().getOrDefault("from", ""),
                form.optional("months", 2),
                form.optional("amber", 2),
                form.optional("red", 2),
                moments,
                form.given("policy", 60),
                form.text("source", SOURCE));
        check(last);
    }

    /// The version that holds, as a form.
    static Typed of(Version version, LocalDate today) {
        Term term = version.term();
        return new Typed(
                term.validFrom().toString(),
                today.toString(),
                String.valueOf(term.months()),
                String.valueOf(term.thresholds().amberMonths()),
                String.valueOf(term.thresholds().redMonths()),
                version.reminders().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                String.valueOf(term.policy()),
                "");
    }

    private int number(String field) {
        String value = form.optional(field, 2);
        int number = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > LONGEST) {
            form.refuse(field, "lapse.rule.months.wrong");
        }
        return number;
    }

    private List<Integer> reminders(String moments) {
        List<String> parts = Stream.of(moments.split("[,; ]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.stream().anyMatch(part -> !part.matches("[1-9]|1[0-2]"))) {
            form.refuse("reminders", "lapse.rule.reminders.wrong");
            return List.of();
        }
        return parts.stream()
                .map(Integer::valueOf)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private void check(Term last) {
        if (from == null || !from.isAfter(last.validFrom())) {
            form.refuse("from", "lapse.rule.from.wrong", last.validFrom().toString());
        }
        if (red > amber) {
            form.refuse("red", "lapse.rule.red.wrong");
        }
        if (typed.policies().stream().noneMatch(typed.policy()::equals)) {
            form.refuse("policy", "lapse.rule.policy.wrong");
        }
    }

    Typed typed() {
        return typed;
    }

    List<Integer> reminders() {
        return reminders;
    }

    /// The new version; null where something is wrong.
    @Nullable
    Term term() {
        return form.valid() && from != null
                ? new Term(
                        partnership,
                        from,
                        null,
                        months,
                        new Flag.Thresholds(amber, red),
                        typed.source(),
                        LapsePolicy.valueOf(typed.policy()))
                : null;
    }
}
