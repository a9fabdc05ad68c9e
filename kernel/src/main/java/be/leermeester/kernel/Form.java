package be.leermeester.kernel;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A posted form: its values as typed, and what is wrong with them. A page shows it again with both when it is not
/// valid (status 422), so that nothing typed is lost.
public final class Form {

    /// What is wrong with a field, in the visitor's language; `field` is the id to link to.
    public record Error(String field, String message) {}

    private final MultiMap fields;
    private final Messages messages;
    private final Locale language;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Error> errors = new ArrayList<>();

    public Form(MultiMap fields, Messages messages, Locale language) {
        this.fields = fields;
        this.messages = messages;
        this.language = language;
    }

    /// Required text of at most `max` characters.
    public String text(String name, int max) {
        String value = optional(name, max);
        if (value.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(name))) {
            refuse(name, "form.required");
        }
        return value;
    }

    /// Text of at most `max` characters, `""` where it is absent; line breaks and tabs are kept.
    public String optional(String name, int max) {
        String value = typed(name);
        if (value.length() > max) {
            refuse(name, "form.too-long", max);
        }
        if (Typed.hasControl(value)) {
            refuse(name, "form.control");
        }
        return value;
    }

    /// An ISO 8601 date between 1900 and 2199, as `2021-09-02`; empty where none is given or it is refused.
    public Optional<LocalDate> date(String name) {
        String value = typed(name);
        Optional<LocalDate> date = Params.dateIn(value);
        if (!value.isEmpty() && date.isEmpty()) {
            refuse(name, "form.date");
        }
        return date;
    }

    /// A value of at most `max` characters that our own page put there (a hidden field, a button), `""` where it is
    /// absent. One that cannot be ours is a [Problem.BadRequest]: there is no field in which to show what is wrong.
    public String given(String name, int max) {
        String value = fields.get(name);
        if (value != null && (value.length() > max || Typed.hasControl(value))) {
            throw new Problem.BadRequest("problem.field", name);
        }
        String given = value == null ? "" : value;
        values.put(name, given);
        return given;
    }

    /// What is shown again: all of it, but for characters that no page can hold.
    private String typed(String name) {
        String sent = fields.get(name);
        String value = sent == null ? "" : Typed.clean(sent);
        values.put(name, Typed.withoutControl(value));
        return value;
    }

    /// What was ticked or chosen of several, each once, as [#given]; at most 500 of at most 100 characters.
    public List<String> all(String name) {
        List<String> chosen = fields.getAll(name).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
        if (chosen.size() > 500 || chosen.stream().anyMatch(value -> value.length() > 100 || Typed.hasControl(value))) {
            throw new Problem.BadRequest("problem.field", name);
        }
        return chosen;
    }

    public boolean ticked(String name) {
        boolean ticked = fields.contains(name);
        values.put(name, ticked ? "true" : "");
        return ticked;
    }

    /// Marks a field as wrong.
    public void refuse(String field, String key, Object... arguments) {
        errors.add(new Error(field, messages.say(language, key, arguments)));
    }

    public boolean valid() {
        return errors.isEmpty();
    }

    public List<Error> errors() {
        return List.copyOf(errors);
    }

    /// The values as typed, by field.
    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}
