package be.leermeester.portal.mandate;

import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a form that says from when to when and how far a mandate reaches.
///
/// @param endsOn null where the box was left empty, or was not a date
record TermsForm(
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<String> establishments,
        List<String> programmes,
        List<String> acts) {

    /// What can be chosen, with what is chosen.
    record Choice(String value, String label, boolean chosen) {}

    static TermsForm in(Form form, LocalDate earliest) {
        LocalDate starts = form.date("from").orElse(null);
        LocalDate ends = form.date("until").orElse(null);
        if (starts != null && starts.isBefore(earliest)) {
            form.refuse("from", "mandate.form.from.past", earliest);
        }
        LocalDate first = starts == null ? earliest : starts;
        if (ends != null && ends.isBefore(first)) {
            form.refuse("until", "mandate.form.until.before", first);
        }
        return new TermsForm(starts, ends, form.all("establishment"), form.all("programme"), form.all("act"));
    }

    /// All of what there is to choose from, or none, is no limit. Throws [Problem.BadRequest] for anything else: a
    /// limit
    /// that is not understood must not become none.
    static List<String> limited(String field, List<String> chosen, List<String> known) {
        List<String> kept = among(field, chosen, known);
        return kept.size() == known.size() ? List.of() : kept;
    }

    static List<String> among(String field, List<String> chosen, List<String> known) {
        if (!known.containsAll(chosen)) {
            throw new Problem.BadRequest("problem.field", field);
        }
        return known.stream().filter(chosen::contains).toList();
    }

    static List<String> allActs() {
        return Arrays.stream(Errand.Kind.values()).map(Enum::name).toList();
    }

    static List<Choice> choices(List<Mandate.Named> known, List<String> chosen) {
        return known.stream()
                .map(each -> new Choice(each.code(), each.name(), chosen.contains(each.code())))
                .toList();
    }

    static List<Choice> acts(List<String> chosen) {
        return allActs().stream()
                .map(act -> new Choice(act, act, chosen.contains(act)))
                .toList();
    }
}
