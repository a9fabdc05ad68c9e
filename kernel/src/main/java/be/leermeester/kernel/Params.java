package be.leermeester.kernel;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Path and query parameters, checked: anything unreadable is a [Problem.BadRequest] that names the parameter and says
/// what it takes; an unreadable id is simply not found.
public final class Params {

    private static final int MAX_TEXT = 300;

    private final MultiMap query;
    private final Map<String, String> path;

    public Params(MultiMap query, Map<String, String> path) {
        this.query = query;
        this.path = path;
    }

    /// An id from the path; letters, digits, `.`, `_` and `-` only.
    public String id(String name) {
        String value = path.getOrDefault(name, "");
        if (!value.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new Problem.NotFound();
        }
        return value;
    }

    /// Trimmed text of at most 300 characters without control characters; `""` where it is absent.
    public String text(String name) {
        String value = query.get(name);
        return value == null ? "" : checked(name, value);
    }

    private static String checked(String name, String value) {
        if (value.length() > MAX_TEXT) {
            throw new Problem.BadRequest("problem.parameter-too-long", name, MAX_TEXT);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Problem.BadRequest("problem.parameter-control", name);
        }
        return Typed.clean(value);
    }

    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    /// All values of a parameter that can be given several times.
    public List<String> all(String name) {
        List<String> values = query.getAll(name);
        if (values.size() > 50) {
            throw new Problem.BadRequest("problem.parameter-too-many", name, 50);
        }
        return values.stream()
                .map(value -> checked(name, value))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// A whole number within bounds, or `absent` where it is not given.
    public int number(String name, int absent, int min, int max) {
        String value = text(name);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Problem.BadRequest("problem.parameter-number", name, min, max);
        }
        throw new Problem.BadRequest("problem.parameter-number", name, min, max);
    }

    /// An ISO 8601 date between 1900 and 2199, as `2021-09-02`.
    public Optional<LocalDate> date(String name) {
        return optional(name)
                .map(value -> dateIn(value).orElseThrow(() -> new Problem.BadRequest("problem.parameter-date", name)));
    }

    /// Empty where it is no such date.
    static Optional<LocalDate> dateIn(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /// One of the names of an enum, in any case.
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return optional(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new Problem.BadRequest(
                                "problem.parameter-choice", name, String.join(", ", names(type)))));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
