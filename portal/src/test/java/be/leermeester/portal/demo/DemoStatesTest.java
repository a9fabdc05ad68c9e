package be.leermeester.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether everything that the portal can show is there to be shown on the day itself.
class DemoStatesTest {

    private static final LocalDate TODAY = DemoFolder.TODAY;

    @TempDir
    static Path folder;

    private static DemoFolder demo;

    @BeforeAll
    static void generate() {
        demo = DemoFolder.tables(folder, TODAY, GenerateDemo.SEED);
    }

    @Test
    void mentors_are_in_every_state_of_the_deadline() {
        Map<String, Integer> states = new TreeMap<>();
        Map<String, LocalDate> approved = firstApprovals();
        Map<String, String> statuses = latestStatuses();
        approved.forEach(
                (person, day) -> states.merge(state(statuses.getOrDefault(person, "TO_FOLLOW"), day), 1, Integer::sum));
        assertThat(states)
                .containsKeys(
                        "FOLLOWED_SECTOR",
                        "FOLLOWED_ELSEWHERE",
                        "EXEMPT",
                        "DISCONTINUED",
                        "NOT_FOLLOWED",
                        "GREEN",
                        "AMBER",
                        "RED",
                        "OVERDUE",
                        "due today",
                        "due tomorrow");
        assertThat(demo.values(DemoFile.MENTOR_TRAININGS, "exemption_ground")).hasSize(5);
        assertThat(demo.values(DemoFile.STRUCK_MENTORS, "reason")).contains("TRAINING_NOT_FOLLOWED");
        assertThat(demo.values(DemoFile.MENTOR_APPLICATIONS, "decision")).hasSize(3);
        assertThat(approved.values()).anyMatch(day -> day.isBefore(LocalDate.of(2020, 4, 1)));
        assertThat(demo.column(DemoFile.APPLICATIONS, "submitted_at")).anyMatch(at -> at.startsWith("2018"));
    }

    private static String state(String status, LocalDate approved) {
        LocalDate due = DemoMentor.dueOn(approved);
        if (!status.equals("TO_FOLLOW")) {
            return status;
        }
        return due.equals(TODAY)
                ? "due today"
                : due.equals(TODAY.plusDays(1))
                        ? "due tomorrow"
                        : due.isBefore(TODAY)
                                ? "OVERDUE"
                                : !due.isAfter(TODAY.plusMonths(3))
                                        ? "RED"
                                        : !due.isAfter(TODAY.plusMonths(6)) ? "AMBER" : "GREEN";
    }

    private static Map<String, LocalDate> firstApprovals() {
        return demo.rows(DemoFile.MENTOR_APPLICATIONS).stream()
                .filter(row -> row.getField("decision").equals("APPROVED"))
                .filter(row -> row.getField("submitted_at").compareTo("2019-09-01") >= 0)
                .collect(Collectors.toMap(
                        row -> row.getField("person_id"),
                        row -> day(row.getField("decided_at")),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static Map<String, String> latestStatuses() {
        Map<String, String> statuses = new HashMap<>();
        demo.rows(DemoFile.MENTOR_TRAININGS).stream()
                .sorted(Comparator.comparing(row -> row.getField("on")))
                .forEach(row -> statuses.put(row.getField("person_id"), row.getField("status")));
        return statuses;
    }

    private static LocalDate day(String moment) {
        return OffsetDateTime.parse(moment).toLocalDate();
    }

    @Test
    void dossiers_are_in_every_status_and_the_open_ones_have_no_to_fourteen_days_left() {
        Map<String, List<NamedCsvRecord>> histories = demo.rows(DemoFile.APPLICATION_EVENTS).stream()
                .collect(Collectors.groupingBy(row -> row.getField("application_id")));
        Map<String, Long> now = histories.values().stream()
                .collect(Collectors.groupingBy(history -> history.getLast().getField("status"), Collectors.counting()));
        assertThat(now).hasSize(DemoDossier.Status.values().length);
        assertThat(now.get("SUBMITTED") + now.get("IN_REVIEW") + now.get("ON_HOLD") + now.get("INCOMPLETE"))
                .isBetween(30L, 45L);
        List<Long> left = histories.values().stream()
                .filter(history -> List.of("SUBMITTED", "IN_REVIEW")
                        .contains(history.getLast().getField("status")))
                .map(DemoStatesTest::daysLeft)
                .toList();
        assertThat(left).contains(0L, 14L).allMatch(days -> days >= 0 && days <= 14);
    }

    private static long daysLeft(List<NamedCsvRecord> history) {
        String filed = history.stream()
                .filter(row -> row.getField("status").equals("SUBMITTED"))
                .map(row -> row.getField("at"))
                .reduce("", (first, last) -> last);
        return 14 - day(filed).until(TODAY, java.time.temporal.ChronoUnit.DAYS);
    }

    @Test
    void nothing_has_happened_that_is_still_to_come() {
        String now = TODAY + "T01:00:00";
        assertThat(demo.column(DemoFile.APPLICATION_EVENTS, "at")).allMatch(at -> at.compareTo(now) < 0);
        assertThat(demo.values(DemoFile.MENTOR_APPLICATIONS, "decided_at")).allMatch(at -> at.compareTo(now) < 0);
        assertThat(demo.column(DemoFile.AGREEMENTS, "registered_at")).allMatch(at -> at.compareTo(now) < 0);
        assertThat(demo.column(DemoFile.ENROLMENTS, "enrolled_at")).allMatch(at -> at.compareTo(now) < 0);
        assertThat(demo.column(DemoFile.CONTACTS, "on")).allMatch(on -> on.compareTo(now) < 0);
    }

    @Test
    void agreements_are_of_every_type_and_state() {
        assertThat(demo.values(DemoFile.AGREEMENTS, "type")).containsExactlyInAnyOrder("OAO", "SAO", "DA", "DA_SM");
        List<NamedCsvRecord> agreements = demo.rows(DemoFile.AGREEMENTS);
        String today = TODAY.toString();
        assertThat(agreements)
                .anyMatch(row -> !row.getField("cancelled_at").isEmpty())
                .anyMatch(row -> !row.getField("end_reason").isEmpty())
                .anyMatch(row -> row.getField("starts_on").compareTo(today) > 0)
                .anyMatch(row -> row.getField("ends_on").compareTo(today) < 0
                        && row.getField("ended_on").isEmpty())
                .anyMatch(row -> row.getField("mentor_person_id").equals("DEMO-mentor")
                        && row.getField("provider_code").equals(DemoPeople.SCHOOL_CODE));
    }

    @Test
    void courses_have_sessions_behind_and_ahead_and_the_demo_mentor_is_halfway() {
        List<String> starts = demo.column(DemoFile.SESSIONS, "starts_at");
        String today = TODAY.toString();
        assertThat(demo.column(DemoFile.SESSIONS, "session_id").stream()
                        .map(id -> id.substring(0, 5))
                        .distinct())
                .hasSize(40);
        assertThat(starts).anyMatch(at -> at.compareTo(today) < 0).anyMatch(at -> at.compareTo(today) > 0);
        assertThat(demo.values(DemoFile.SESSIONS, "trainer")).contains(DemoPeople.TRAINER);
        assertThat(demo.values(DemoFile.ATTENDANCES, "presence")).hasSize(4);
        assertThat(demo.rows(DemoFile.ATTENDANCES).stream()
                        .filter(row -> row.getField("person_id").equals(DemoPeople.MENTOR)))
                .hasSize(1);
        assertThat(demo.rows(DemoFile.ENROLMENTS))
                .anyMatch(row -> row.getField("person_id").equals(DemoPeople.MENTOR)
                        && row.getField("completed_on").isEmpty());
    }

    @Test
    void every_history_goes_forward() {
        Map<String, List<NamedCsvRecord>> histories = demo.rows(DemoFile.APPLICATION_EVENTS).stream()
                .collect(Collectors.groupingBy(row -> row.getField("application_id")));
        assertThat(histories.values())
                .allMatch(history -> IntStream.range(1, history.size())
                        .allMatch(i -> OffsetDateTime.parse(history.get(i - 1).getField("at"))
                                .isBefore(OffsetDateTime.parse(history.get(i).getField("at")))));
    }
}
