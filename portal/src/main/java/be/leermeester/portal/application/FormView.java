package be.leermeester.portal.application;

import be.leermeester.kernel.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as a page shows it.
///
/// @param wrong the first thing that is wrong with a field, by field
/// @param conflict what happened in the meantime; null where nothing did
public record FormView(
        Map<String, String> values,
        List<Form.Error> errors,
        Map<String, String> wrong,
        @Nullable String conflict) {

    static final FormView EMPTY = of(Map.of());

    static FormView of(Map<String, String> values) {
        return new FormView(values, List.of(), Map.of(), null);
    }

    static FormView of(Form form) {
        return of(form, null);
    }

    static FormView of(Form form, @Nullable String conflict) {
        Map<String, String> wrong = new HashMap<>();
        form.errors().forEach(error -> wrong.putIfAbsent(error.field(), error.message()));
        return new FormView(form.values(), form.errors(), wrong, conflict);
    }

    /// The status with which the page answers.
    int status() {
        return conflict != null ? 409 : errors.isEmpty() ? 200 : 422;
    }

    /// Whether nobody posted it yet.
    boolean isFresh() {
        return values.isEmpty() && errors.isEmpty() && conflict == null;
    }

    FormView having(String field, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(field, value);
        return new FormView(more, errors, wrong, conflict);
    }
}
