package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.exchange.load.Load;
import be.leermeester.portal.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTwiceTest {

    private TestDatabase database;
    private TestExchange exchange;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        exchange = new TestExchange(database, folder.resolve("store"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_second_time_changes_nothing_not_even_where_the_rows_lie() throws Exception {
        Path source = withMaterial().path();
        exchange.importing(source);
        List<String> before = where();
        RunImport.Result second = exchange.importing(source);
        assertThat(second.outcome().files()).allSatisfy(file -> {
            assertThat(file.taken()).isZero();
            assertThat(file.unchanged()).isEqualTo(file.read());
        });
        assertThat(second.outcome().persons()).isEmpty();
        assertThat(second.outcome().materials()).isEmpty();
        assertThat(where()).isEqualTo(before);
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_does_nothing() throws Exception {
        RunImport.Result dry = exchange.importing(withMaterial().path(), true);
        assertThat(dry.outcome().files())
                .allSatisfy(file -> assertThat(file.taken()).isEqualTo(file.read()));
        assertThat(where()).isEmpty();
        assertThat(folder.resolve("store").resolve("files")).doesNotExist();
        assertThat(one("SELECT state || ' ' || dry_run FROM portal.import_run")).isEqualTo("DONE true");
    }

    @Test
    void what_differs_is_changed_and_counted() throws Exception {
        exchange.importing(ExchangeFolder.in(folder.resolve("in")).path());
        RunImport.Result second = exchange.importing(ExchangeFolder.empty(folder.resolve("more"))
                .with("companies.csv", "enterprise_number,name\n0442239628,Garage Janssens\n")
                .with("application_events.csv", """
                        application_id,at,status,automatic,reasons,remark
                        A000001,2021-03-10T10:00:00+01:00,APPROVED,true,,
                        A000001,2021-06-10T10:00:00+02:00,REVOKED,false,,Gesloten
                        """)
                .path());
        assertThat(second.outcome().files()).extracting(Load.Counts::taken).containsExactly(1L, 2L);
        assertThat(one("SELECT name || ' ' || employees FROM portal.company"))
                .as("a column that the file does not have stays as it is")
                .isEqualTo("Garage Janssens 12");
        assertThat(one("SELECT status || ' ' || automatic FROM portal.application"))
                .isEqualTo("REVOKED true");
        assertThat(one("SELECT string_agg(status, ' ' ORDER BY seq) FROM portal.application_event"))
                .isEqualTo("SUBMITTED IN_REVIEW APPROVED REVOKED");
    }

    @Test
    void an_application_without_history_is_submitted_and_has_a_day_to_decide_by() throws Exception {
        exchange.importing(ExchangeFolder.in(folder)
                .with("application_events.csv", "application_id,at,status\n")
                .path());
        assertThat(one("SELECT status || ' ' || decide_by FROM portal.application"))
                .isEqualTo("SUBMITTED 2021-03-16");
        assertThat(one("SELECT status || ' ' || seq FROM portal.application_event"))
                .isEqualTo("SUBMITTED 1");
    }

    @Test
    void facts_count_as_known_on_their_own_day() throws Exception {
        exchange.importing(ExchangeFolder.in(folder).path());
        assertThat(one("SELECT count(*) FROM portal.application_event WHERE recorded_at = at"))
                .isEqualTo("3");
        assertThat(one("SELECT recorded_at = submitted_at FROM learning.mentor_application"))
                .isEqualTo("t");
    }

    @Test
    void a_renewal_holds_for_five_years_from_the_end_of_the_old_one() throws Exception {
        exchange.importing(ExchangeFolder.in(folder)
                .adding(
                        "applications.csv",
                        "A000002,8000000764,D001,automotive,2025-11-01T10:00:00+01:00,COMPANY,A000001,")
                .adding("application_events.csv", "A000002,2025-11-10T10:00:00+01:00,APPROVED,false,,")
                .path());
        assertThat(one("SELECT string_agg(valid_until::text, ' ' ORDER BY id) FROM portal.application"))
                .isEqualTo("2026-03-10 2031-03-10");
    }

    @Test
    void a_national_number_lies_sealed_and_is_found_by_its_hash() throws Exception {
        exchange.importing(ExchangeFolder.in(folder).path());
        assertThat(one("SELECT count(*) FROM kernel.person WHERE national_number_hash IS NOT NULL"))
                .isEqualTo("1");
        assertThat(one("SELECT count(*) FROM kernel.person p WHERE p::text LIKE '%92112699837%'"))
                .isEqualTo("0");
        exchange.importing(ExchangeFolder.empty(folder.resolve("later"))
                .with("persons.csv", "person_id,national_number,first_name,last_name\nM000001,,Carine,Cools\n")
                .path());
        assertThat(one("SELECT count(*) FROM kernel.person WHERE national_number_hash IS NOT NULL"))
                .as("an empty number takes nothing away")
                .isEqualTo("1");
    }

    @Test
    void the_end_is_told_to_everybody_with_counts_only() throws Exception {
        exchange.importing(ExchangeFolder.in(folder).path());
        assertThat(one("SELECT type || ' ' || (payload -> 'files' -> 0 ->> 'taken') FROM kernel.event"))
                .isEqualTo("ImportFinished 1");
        assertThat(one("SELECT count(*) FROM kernel.event WHERE payload::text LIKE '%Cools%'"))
                .isEqualTo("0");
    }

    private ExchangeFolder withMaterial() throws IOException {
        return ExchangeFolder.in(folder.resolve("in"))
                .with("docs/lassen.md", "# Lassen\n")
                .with("materials.csv", """
                        material_id,title,language,kind,programme_codes,keywords,visibility,file
                        X1,Lassen,nl,DOCUMENT,D001,lassen;veiligheid,ROLES:TEACHER;MENTOR,docs/lassen.md
                        """);
    }

    private List<String> where() throws SQLException {
        List<String> where = new ArrayList<>();
        for (String table : List.of(
                "kernel.person",
                "portal.company",
                "portal.application",
                "portal.application_event",
                "learning.mentor_application",
                "search.material")) {
            try (Connection connection = exchange.exchange().connect();
                    var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT ctid::text || xmin || t FROM " + table + " t")) {
                while (rows.next()) {
                    where.add(rows.getString(1));
                }
            }
        }
        return where;
    }

    private String one(String query) throws SQLException {
        try (Connection connection = exchange.exchange().connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
