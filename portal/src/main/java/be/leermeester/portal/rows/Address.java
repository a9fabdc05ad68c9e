package be.leermeester.portal.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The address of a list with what is asked of it, so that every view of it can be linked to.
public record Address(String path, Map<String, List<String>> query) {

    public Address(String path) {
        this(path, Map.of());
    }

    /// With another value for a parameter; null or empty takes it away.
    public Address with(String name, @Nullable Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        List<String> values = switch (value) {
            case null -> List.of();
            case List<?> several -> several.stream().map(Object::toString).toList();
            default -> value.toString().isEmpty() ? List.of() : List.of(value.toString());
        };
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, values);
        }
        return new Address(path, changed);
    }

    /// The same question put to another path.
    public Address at(String other) {
        return new Address(other, query);
    }

    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) ->
                values.forEach(value -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return pairs.isEmpty() ? path : pairs.stream().collect(Collectors.joining("&", path + "?", ""));
    }
}
