package be.leermeester.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateDemoTest {

    @TempDir
    static Path folder;

    private static DemoFolder demo;

    @BeforeAll
    static void generate() {
        demo = DemoFolder.generated(folder.resolve("demo"), DemoFolder.TODAY, 7);
    }

    @Test
    void the_same_day_and_seed_give_the_same_bytes() throws IOException {
        DemoFolder again = DemoFolder.generated(folder.resolve("again"), DemoFolder.TODAY, 7);
        assertThat(again.files()).hasSameSizeAs(demo.files());
        for (Path file : demo.files()) {
            Path twin = again.path().resolve(demo.path().relativize(file));
            assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void it_is_as_large_as_the_demo_should_be() {
        assertThat(demo.rows(DemoFile.COMPANIES)).hasSizeBetween(290, 320);
        assertThat(demo.rows(DemoFile.ESTABLISHMENTS)).hasSizeBetween(370, 400);
        assertThat(demo.rows(DemoFile.APPLICATIONS)).hasSizeBetween(850, 1000);
        assertThat(demo.rows(DemoFile.AGREEMENTS)).hasSizeBetween(400, 700);
        assertThat(demo.rows(DemoFile.COURSES)).hasSize(12);
        assertThat(demo.values(DemoFile.MENTOR_APPLICATIONS, "person_id")).hasSizeBetween(590, 650);
        assertThat(demo.values(DemoFile.ESTABLISHMENTS, "province"))
                .contains("Antwerpen", "Limburg", "Oost-Vlaanderen", "West-Vlaanderen", "Vlaams-Brabant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2025-08-31", "2026-03-02", "2027-09-01"})
    void every_reference_points_at_a_row(LocalDate today) {
        DemoFolder some = DemoFolder.tables(folder.resolve(today.toString()), today, 3);
        Map<DemoFile, String> keys = Map.of(
                DemoFile.COMPANIES, "enterprise_number",
                DemoFile.ESTABLISHMENTS, "establishment_number",
                DemoFile.PROGRAMMES, "programme_code",
                DemoFile.TRAINING_PROVIDERS, "provider_code",
                DemoFile.PERSONS, "person_id",
                DemoFile.APPLICATIONS, "application_id",
                DemoFile.COURSES, "course_code",
                DemoFile.SESSIONS, "session_id");
        keys.forEach((file, key) -> {
            List<String> ids = some.column(file, key);
            Set<String> known = new HashSet<>(ids);
            assertThat(known).hasSameSizeAs(ids);
            for (DemoFile other : DemoFile.values()) {
                for (String column : referring(other, key)) {
                    assertThat(known).as(other.fileName()).containsAll(some.values(other, column));
                }
            }
        });
    }

    private static List<String> referring(DemoFile file, String key) {
        return file.columns().stream()
                .filter(column -> column.equals(key) || (column.endsWith("_" + key) && !column.equals("by_person_id")))
                .toList();
    }

    @Test
    void the_numbers_have_their_check_digits() {
        assertThat(demo.column(DemoFile.COMPANIES, "enterprise_number"))
                .allMatch(number -> number.startsWith("0990") && checks(number));
        assertThat(demo.column(DemoFile.ESTABLISHMENTS, "establishment_number"))
                .allMatch(number -> number.startsWith("899") && checks(number));
        List<String> numbers = demo.column(DemoFile.PERSONS, "national_number").stream()
                .filter(number -> !number.isEmpty())
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(GenerateDemoTest::nationalNumberChecks);
    }

    private static boolean checks(String number) {
        return Long.parseLong(number.substring(8)) == 97 - Long.parseLong(number.substring(0, 8)) % 97;
    }

    private static boolean nationalNumberChecks(String number) {
        long nine = Long.parseLong(number.substring(0, 9));
        long check = Long.parseLong(number.substring(9));
        return check == 97 - nine % 97 || check == 97 - (2_000_000_000L + nine) % 97;
    }

    @Test
    void the_demo_people_have_the_persons_and_roles_that_the_sign_in_page_promises() {
        for (DemoPeople.DemoPerson person : DemoPeople.all()) {
            assertThat(demo.rows(DemoFile.PERSONS))
                    .anyMatch(row -> row.getField("person_id").equals(person.personId())
                            && row.getField("national_number").equals(person.nationalNumber())
                            && person.name().equals(row.getField("first_name") + " " + row.getField("last_name")));
            assertThat(demo.values(DemoFile.ROLES, "person_id")).contains(person.personId());
        }
        assertThat(DemoPeople.all())
                .extracting(DemoPeople.DemoPerson::username)
                .containsExactly(
                        "mentor", "company", "school", "teacher", "handler", "advisor", "trainer", "monitor", "admin",
                        "many");
    }

    @Test
    void a_day_before_the_demo_can_play_is_refused() {
        assertThatThrownBy(() -> GenerateDemo.into(folder, LocalDate.of(2023, 12, 31), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024");
    }
}
