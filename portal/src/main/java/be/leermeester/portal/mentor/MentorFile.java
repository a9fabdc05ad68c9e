package be.leermeester.portal.mentor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the portal keeps about one person as mentor, beside the deadlines.
///
/// @param partnerships names by code, of all there are: choosing the person's own costs more than reading them
record MentorFile(
        String firstName,
        Map<String, String> partnerships,
        List<Recognition> recognitions,
        List<Course> courses,
        List<Training> trainings,
        List<Learner> learners,
        List<HandedIn> evidence) {

    /// A workplace where the person is or asked to be mentor.
    record Recognition(
            String id,
            String company,
            String place,
            String programme,
            String partnership,
            String status,
            @Nullable LocalDate since,
            @Nullable LocalDate validUntil,
            String decision,
            @Nullable LocalDate struckOn,
            @Nullable String struckReason) {

        private static Recognition of(JsonObject row) {
            return new Recognition(
                    row.getString("id"),
                    row.getString("company"),
                    row.getString("place"),
                    row.getString("programme"),
                    row.getString("partnership"),
                    row.getString("status"),
                    day(row, "since"),
                    day(row, "valid_until"),
                    row.getString("decision"),
                    day(row, "struck_on"),
                    row.getString("reason"));
        }
    }

    /// A course in which the person is enrolled; `next` is its next session.
    record Course(
            String title,
            LocalDate enrolledOn,
            @Nullable LocalDate completedOn,
            @Nullable OffsetDateTime nextAt,
            @Nullable OffsetDateTime nextUntil,
            @Nullable String nextPlace) {

        private static Course of(JsonObject row) {
            return new Course(
                    row.getString("title"),
                    LocalDate.parse(row.getString("enrolled_on")),
                    day(row, "completed_on"),
                    moment(row, "starts_at"),
                    moment(row, "ends_at"),
                    row.getString("place"));
        }

        boolean hasNext() {
            return nextAt != null;
        }
    }

    /// What was registered about a training or exemption.
    record Training(
            String partnership,
            LocalDate since,
            String status,
            @Nullable String ground,
            @Nullable String provider,
            @Nullable String course,
            @Nullable Number hours) {

        private static Training of(JsonObject row) {
            return new Training(
                    row.getString("partnership"),
                    LocalDate.parse(row.getString("since")),
                    row.getString("status"),
                    row.getString("exemption_ground"),
                    row.getString("provider"),
                    row.getString("course"),
                    row.getNumber("hours"));
        }
    }

    /// A learner whom the person guides now or soon.
    record Learner(
            String name,
            String programme,
            String company,
            @Nullable String provider,
            String status,
            LocalDate startsOn,
            LocalDate endsOn) {

        private static Learner of(JsonObject row) {
            return new Learner(
                    row.getString("name"),
                    row.getString("programme"),
                    row.getString("company"),
                    row.getString("provider"),
                    row.getString("status"),
                    LocalDate.parse(row.getString("starts_on")),
                    LocalDate.parse(row.getString("ends_on")));
        }
    }

    /// Evidence or a request for exemption, and where it stands.
    record HandedIn(
            String kind, @Nullable String ground, String course, String partnership, String state, LocalDate on) {

        private static HandedIn of(JsonObject row) {
            return new HandedIn(
                    row.getString("kind"),
                    row.getString("exemption_ground"),
                    row.getString("course"),
                    row.getString("partnership"),
                    row.getString("state"),
                    LocalDate.parse(row.getString("handed_in")));
        }
    }

    static MentorFile of(
            String firstName,
            JsonObject partnerships,
            JsonArray recognitions,
            JsonArray courses,
            JsonArray trainings,
            JsonArray learners,
            JsonArray evidence) {
        Map<String, String> names = partnerships.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
        return new MentorFile(
                firstName,
                names,
                all(recognitions, Recognition::of),
                all(courses, Course::of),
                all(trainings, Training::of),
                all(learners, Learner::of),
                all(evidence, HandedIn::of));
    }

    String partnershipName(String code) {
        return partnerships.getOrDefault(code, code);
    }

    private static <T> List<T> all(JsonArray rows, Function<JsonObject, T> reader) {
        return rows.stream().map(row -> reader.apply((JsonObject) row)).toList();
    }

    private static @Nullable LocalDate day(JsonObject row, String name) {
        String value = row.getString(name);
        return value == null ? null : LocalDate.parse(value);
    }

    private static @Nullable OffsetDateTime moment(JsonObject row, String name) {
        String value = row.getString(name);
        return value == null ? null : OffsetDateTime.parse(value);
    }
}
