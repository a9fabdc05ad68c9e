package be.leermeester.portal.exchange.format;

import static be.leermeester.portal.exchange.format.Columns.application;
import static be.leermeester.portal.exchange.format.Columns.choice;
import static be.leermeester.portal.exchange.format.Columns.code;
import static be.leermeester.portal.exchange.format.Columns.day;
import static be.leermeester.portal.exchange.format.Columns.hours;
import static be.leermeester.portal.exchange.format.Columns.id;
import static be.leermeester.portal.exchange.format.Columns.longText;
import static be.leermeester.portal.exchange.format.Columns.moment;
import static be.leermeester.portal.exchange.format.Columns.partnership;
import static be.leermeester.portal.exchange.format.Columns.person;
import static be.leermeester.portal.exchange.format.Columns.ref;
import static be.leermeester.portal.exchange.format.Columns.several;
import static be.leermeester.portal.exchange.format.Columns.text;
import static be.leermeester.portal.exchange.format.Columns.truth;
import static be.leermeester.portal.exchange.format.Columns.unknownText;
import static be.leermeester.portal.exchange.format.Columns.whole;

import be.leermeester.portal.exchange.format.Table.Touches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of mentors, their training, courses and learning materials.
final class LearningTables {

    private LearningTables() {}

    private static final Table MENTOR_APPLICATIONS = Table.of(
                    "mentor_applications",
                    "learning.mentor_application",
                    List.of("application_id", "person_id"),
                    application(),
                    person(),
                    moment("submitted_at").needed().happened(),
                    choice("decision", "PENDING", "APPROVED", "REJECTED").needed(),
                    moment("decided_at").happened())
            .checked(
                    LearningTables::decisionHasItsMoment,
                    RowCheck.inOrder("submitted_at", "decided_at"),
                    RowCheck.notBeforeSubmission("decided_at"))
            .joining("JOIN portal.application a ON a.id = s.application_id")
            .deriving(
                    Derived.follows("partnership_code", null, "a.partnership_code"), Columns.recordedAt("submitted_at"))
            .touching(Touches.PERSON);

    private static final Table STRUCK_MENTORS = Table.of(
                    "struck_mentors",
                    "learning.struck_mentor",
                    List.of("application_id", "person_id"),
                    application(),
                    person(),
                    day("struck_on").needed().happened(),
                    choice(
                                    "reason",
                                    "TRAINING_NOT_FOLLOWED",
                                    "CONDUCT",
                                    "INSUFFICIENTLY_AVAILABLE",
                                    "TOO_YOUNG",
                                    "INSUFFICIENT_PRACTICE",
                                    "DOES_NOT_PERFORM_TASKS")
                            .needed())
            .checked(
                    RowCheck.refersTo("mentor_applications", "application_id", "person_id"),
                    RowCheck.notBeforeSubmission("struck_on"))
            .deriving(Columns.recordedOn("struck_on"))
            .touching(Touches.PERSON);

    private static final Table MENTOR_TRAININGS = Table.of(
                    "mentor_trainings",
                    "learning.mentor_training",
                    List.of("person_id", "partnership_code", "on", "status"),
                    person(),
                    partnership().needed(),
                    choice(
                                    "status",
                                    "TO_FOLLOW",
                                    "FOLLOWED_SECTOR",
                                    "FOLLOWED_ELSEWHERE",
                                    "EXEMPT",
                                    "NOT_FOLLOWED",
                                    "NOT_HANDLED",
                                    "DISCONTINUED")
                            .needed(),
                    choice(
                            "exemption_ground",
                            "EXPERIENCE_WITHOUT_CERTIFICATE",
                            "EXPERIENCE_CERTIFICATE",
                            "INTERNAL_COMPANY_TRAINING",
                            "PEDAGOGICAL_DIPLOMA",
                            "OTHER"),
                    day("on").needed().as("since").happened(),
                    unknownText("provider"),
                    unknownText("course"),
                    hours())
            .deriving(Columns.recordedOn("\"on\""))
            .touching(Touches.PERSON);

    private static final Table COURSES = Table.of(
            "courses",
            "learning.course",
            List.of("course_code"),
            code("course_code").needed().as("code"),
            partnership().needed(),
            text("title"),
            hours());

    private static final Table COURSE_COMPONENTS = Table.of(
            "course_components",
            "learning.course_component",
            List.of("course_code", "position"),
            ref("course_code", "courses").needed(),
            whole("position", 0, 10_000).needed(),
            choice("kind", "E_LEARNING", "VIRTUAL_CLASSROOM", "CLASSROOM", "INTERVISION", "RETURN_DAY", "ASSIGNMENT")
                    .needed(),
            truth("required").needed(),
            hours(),
            text("title"));

    private static final Table SESSIONS = Table.of(
                    "sessions",
                    "learning.course_session",
                    List.of("session_id"),
                    id("session_id"),
                    ref("course_code", "courses").needed(),
                    whole("position", 0, 10_000).needed(),
                    moment("starts_at").needed(),
                    moment("ends_at").needed(),
                    unknownText("place"),
                    unknownText("province"),
                    Column.of("join_url", new Kind.Link()),
                    unknownText("trainer"),
                    whole("min_participants", 0, 100_000).or(6),
                    whole("max_participants", 0, 100_000).or(16))
            .checked(
                    RowCheck.refersTo("course_components", "course_code", "position"),
                    RowCheck.later("starts_at", "ends_at"),
                    LearningTables::minimumFits);

    private static final Table ENROLMENTS = Table.of(
                    "enrolments",
                    "learning.enrolment",
                    List.of("person_id", "course_code"),
                    person(),
                    ref("course_code", "courses").needed(),
                    moment("enrolled_at").needed(),
                    day("completed_on"))
            .checked(RowCheck.inOrder("enrolled_at", "completed_on"));

    private static final Table ATTENDANCES = Table.of(
            "attendances",
            "learning.attendance",
            List.of("session_id", "person_id"),
            ref("session_id", "sessions").needed(),
            person(),
            choice("presence", "PRESENT", "ABSENT", "EXCUSED", "PARTLY").needed());

    private static final Table MATERIALS = Table.of(
                    "materials",
                    "search.material",
                    List.of("material_id"),
                    id("material_id"),
                    text("title").needed(),
                    longText("description"),
                    choice("language", "nl", "fr", "en", "de").or("nl"),
                    text("kind"),
                    text("audience"),
                    text("level"),
                    several("programme_codes", new Kind.Code()).refers("programmes"),
                    partnership(),
                    several("keywords", new Kind.Text(300)),
                    text("licence"),
                    text("author"),
                    text("version"),
                    day("review_by"),
                    Column.of("visibility", new Kind.Visibility(Columns.ROLES))
                            .or("SIGNED_IN")
                            .as(null),
                    Column.of("file", new Kind.SourceFile()).as(null),
                    Column.of("url", new Kind.Link()))
            .deriving(
                    Derived.follows("visibility", "visibility", "split_part(s.visibility, ':', 1)"),
                    Derived.follows(
                            "visible_to",
                            "visibility",
                            "coalesce(string_to_array(nullif(split_part(s.visibility, ':', 2), ''), ';'), '{}')"),
                    Derived.follows("file_hash", "file", "left(s.file, 64)"),
                    Derived.follows("file_name", "file", "substr(s.file, 66)"),
                    new Derived("changed_at", null, ":now", "excluded.changed_at", null))
            .touching(Touches.MATERIAL);

    static final List<Table> ALL = List.of(
            MENTOR_APPLICATIONS,
            STRUCK_MENTORS,
            MENTOR_TRAININGS,
            COURSES,
            COURSE_COMPONENTS,
            SESSIONS,
            ENROLMENTS,
            ATTENDANCES,
            MATERIALS);

    private static @Nullable Flaw decisionHasItsMoment(Row row, Known known) {
        boolean pending = row.text("decision").equals("PENDING");
        boolean dated = row.get("decided_at") != null;
        return pending == dated ? new Flaw("decided_at", Reason.DECISION_AND_DATE_DISAGREE) : null;
    }

    private static @Nullable Flaw minimumFits(Row row, Known known) {
        return row.get("min_participants") instanceof Integer min
                        && row.get("max_participants") instanceof Integer max
                        && min > max
                ? new Flaw("min_participants", Reason.MORE_MINIMUM_THAN_MAXIMUM)
                : null;
    }
}
