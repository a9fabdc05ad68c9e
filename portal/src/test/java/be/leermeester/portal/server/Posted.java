package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form that is in order, and that the server takes in the world of [PostedForms].
///
/// @param person null for somebody who is not signed in
/// @param path with `:id` where a thing is named
/// @param ids the one that is meant, then those of others
record Posted(
        String route,
        @Nullable String person,
        Role role,
        String scope,
        String page,
        String path,
        List<String> ids,
        List<Field> fields) {

    /// What a field takes.
    enum Kind {
        /// Words of a person's own: whatever can be read is taken.
        WORDS,
        /// Typed, and checked: a number, a code, an address.
        TYPED,
        /// Chosen from a list, or put there by our own page.
        GIVEN,
        DATE,
        TICK,
        FILE
    }

    /// @param content what stands in the file, one character per byte; `""` for what is no file
    record Field(String name, String valid, Kind kind, boolean required, List<String> others, String content) {

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static Posted to(String route) {
        return new Posted(route, null, Role.MENTOR, "", "/", route, List.of(), List.of());
    }

    Posted by(String who, Role as, String within) {
        return new Posted(route, who, as, within, page, path, ids, fields);
    }

    Posted from(String shown) {
        return new Posted(route, person, role, scope, shown, path, ids, fields);
    }

    /// @param own what stands in the path, and after it what is somebody else's
    Posted about(String... own) {
        String named = route.replaceFirst(":[a-z]+", ":id");
        return new Posted(route, person, role, scope, page, named, List.of(own), fields);
    }

    /// @param way the address, with `:id` where the thing of [#about] is named
    Posted at(String way) {
        return new Posted(route, person, role, scope, page, way, ids, fields);
    }

    Posted with(Kind kind, String name, String valid, String... others) {
        return with(new Field(name, valid, kind, true, List.of(others), ""));
    }

    Posted file(String name, String fileName, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return with(new Field(name, fileName, Kind.FILE, true, List.of(), text));
    }

    Posted perhaps(Kind kind, String name, String valid, String... others) {
        return with(new Field(name, valid, kind, false, List.of(others), ""));
    }

    private Posted with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Posted(route, person, role, scope, page, path, ids, List.copyOf(more));
    }

    String address() {
        return ids.isEmpty() ? path : path.replace(":id", ids.getFirst());
    }

    boolean hasFile() {
        return fields.stream().anyMatch(field -> field.kind() == Kind.FILE);
    }

    /// The fields as they should be.
    Map<String, String> valid() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.kind() != Kind.FILE)
                .forEach(field -> values.put(field.name(), field.valid()));
        return values;
    }

    @Override
    public String toString() {
        return route + " by " + (person == null ? "somebody" : person);
    }
}
