package be.leermeester.portal.application;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An application as far as it is written.
///
/// @param programmes codes, each once, in the order in which they were chosen
record Draft(@Nullable Place place, List<String> programmes, List<DraftMentor> mentors) {

    static final Draft EMPTY = new Draft(null, List.of(), List.of());

    Draft {
        programmes = List.copyOf(programmes);
        mentors = List.copyOf(mentors);
    }

    /// A place of work: one of the register, or one that is added with the application.
    ///
    /// @param number the ten digits
    /// @param added whether the rest is to be kept; for one of the register it is not looked at
    record Place(
            String number,
            boolean added,
            String name,
            String street,
            String houseNumber,
            String postalCode,
            String municipality) {

        static Place known(String number) {
            return new Place(number, false, "", "", "", "", "");
        }

        private JsonObject json() {
            return new JsonObject()
                    .put("number", number)
                    .put("added", added)
                    .put("name", name)
                    .put("street", street)
                    .put("houseNumber", houseNumber)
                    .put("postalCode", postalCode)
                    .put("municipality", municipality);
        }

        private static Place of(JsonObject json) {
            return new Place(
                    json.getString("number"),
                    json.getBoolean("added"),
                    json.getString("name"),
                    json.getString("street"),
                    json.getString("houseNumber"),
                    json.getString("postalCode"),
                    json.getString("municipality"));
        }
    }

    Draft at(Place chosen) {
        return new Draft(chosen, programmes, mentors);
    }

    Draft withProgramme(String code) {
        return programmes.contains(code) ? this : new Draft(place, plus(programmes, code), mentors);
    }

    Draft withoutProgramme(String code) {
        return new Draft(place, without(programmes, code::equals), mentors);
    }

    /// In the place of the mentor with the same key, or as the last one.
    Draft withMentor(DraftMentor mentor) {
        boolean there = mentors.stream().anyMatch(other -> other.key().equals(mentor.key()));
        return new Draft(
                place,
                programmes,
                there
                        ? mentors.stream()
                                .map(other -> other.key().equals(mentor.key()) ? mentor : other)
                                .toList()
                        : plus(mentors, mentor));
    }

    Draft withoutMentor(String key) {
        return new Draft(
                place, programmes, without(mentors, mentor -> mentor.key().equals(key)));
    }

    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("programmes", new JsonArray(programmes))
                .put(
                        "mentors",
                        new JsonArray(mentors.stream().map(DraftMentor::json).toList()));
        return place == null ? json : json.put("place", place.json());
    }

    static Draft of(JsonObject json) {
        JsonObject place = json.getJsonObject("place");
        return new Draft(
                place == null ? null : Place.of(place),
                all(json, "programmes", Objects::toString),
                all(json, "mentors", value -> DraftMentor.of((JsonObject) value)));
    }

    private static <T> List<T> all(JsonObject json, String name, Function<Object, T> read) {
        return json.getJsonArray(name, new JsonArray()).stream().map(read).toList();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> without(List<T> list, java.util.function.Predicate<T> gone) {
        return list.stream().filter(gone.negate()).collect(Collectors.toList());
    }
}
