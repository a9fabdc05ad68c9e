package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.exchange.load.Reject;
import be.leermeester.portal.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTest {

    private static TestDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{4} in {2} of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            companies.csv           | 0442239629,Fout,112,12,                                                | enterprise_number    | 0442239629 | CHECK_DIGITS
            companies.csv           | 0900001137,Te weinig,112,-1,                                           | employees            | -1         | NOT_A_NUMBER
            companies.csv           | 0900001137,Schrikkeldag,112,5,2021-02-29                               | ceased_on            | 2021-02-29 | IMPOSSIBLE_DATE
            companies.csv           | 0442239628,Dubbel,112,5,                                               | enterprise_number    | 0442239628 | DUPLICATE_KEY
            companies.csv           | 0900001137,Te kort                                                     | ''                   | ''         | FIELD_COUNT
            companies.csv           | 0900001137,Te lang,112,5,,iets                                         | ''                   | ''         | FIELD_COUNT
            companies.csv           | ,Zonder nummer,112,5,                                                  | enterprise_number    | ''         | VALUE_MISSING
            establishments.csv      | 8000003635,0900001137,,,,,,,,,                                         | enterprise_number    | 0900001137 | UNKNOWN_REFERENCE
            establishments.csv      | 8000003636,0442239628,,,,,,,,,                                         | establishment_number | 8000003636 | CHECK_DIGITS
            establishments.csv      | 8000003635,0442239628,,,,,,,91,4,                                      | latitude             | 91         | NOT_A_NUMBER
            programmes.csv          | D002,Zonder stelsel,TRIAL,VKS 3,                                       | system               | TRIAL      | UNKNOWN_VALUE
            programmes.csv          | D002,Volgt zichzelf op,DUAL,VKS 3,D002                                 | successor_code       | D002       | REFERS_TO_ITSELF
            programmes.csv          | D002,Volgt niets op,DUAL,VKS 3,D009                                    | successor_code       | D009       | UNKNOWN_REFERENCE
            programmes.csv          | D/2,Geen code,DUAL,VKS 3,                                              | programme_code       | D/2        | NOT_A_CODE
            persons.csv             | M000002,92112699838,An,Peeters,,,nl                                    | national_number      | …          | CHECK_DIGITS
            persons.csv             | M000002,92112699837,An,Peeters,,,nl                                    | national_number      | …          | NATIONAL_NUMBER_TAKEN
            persons.csv             | M000002,,An,Peeters,,,es                                               | language             | es         | UNKNOWN_VALUE
            roles.csv               | M000001,KING,                                                          | role                 | KING       | UNKNOWN_VALUE
            roles.csv               | M000001,COMPANY,                                                       | scope                | ''         | SCOPE_NEEDED
            roles.csv               | M000001,HANDLER,P0001                                                  | scope                | P0001      | UNKNOWN_REFERENCE
            roles.csv               | M000009,MONITOR,                                                       | person_id            | M000009    | UNKNOWN_REFERENCE
            applications.csv        | A000002,8000000764,D001,car,2021-03-01T10:00:00+01:00,COMPANY,,        | partnership_code     | car        | UNKNOWN_REFERENCE
            applications.csv        | A000002,8000000764,D001,wood,2021-03-01T10:00:00,COMPANY,,             | submitted_at         | 2021-03-01T10:00:00 | IMPOSSIBLE_MOMENT
            applications.csv        | A000002,8000000764,D001,wood,2021-03-01T25:00:00+01:00,COMPANY,,       | submitted_at         | 2021-03-01T25:00:00+01:00 | IMPOSSIBLE_MOMENT
            applications.csv        | A000002,8000000764,D001,wood,2021-03-01T10:00:00+01:00,COMPANY,A000009,| renews_application_id | A000009   | UNKNOWN_REFERENCE
            applications.csv        | A000002,8000000764,D001,wood,2021-03-01T10:00:00+01:00,NOBODY,,        | submitted_by         | NOBODY     | UNKNOWN_VALUE
            application_events.csv  | A000001,2021-03-20T10:00:00+01:00,REJECTED,false,,                     | status               | REJECTED   | TRANSITION_NOT_ALLOWED
            application_events.csv  | A000001,2021-03-20T10:00:00+01:00,SUBMITTED,false,,                    | status               | SUBMITTED  | TRANSITION_NOT_ALLOWED
            application_events.csv  | A000001,2021-02-28T10:00:00+01:00,APPROVED,false,,                     | at                   | 2021-02-28T09:00:00Z | BEFORE_SUBMISSION
            application_events.csv  | A000001,2021-03-20T10:00:00+01:00,GONE,false,,                         | status               | GONE       | UNKNOWN_VALUE
            application_events.csv  | A000001,2021-03-20T10:00:00+01:00,REVOKED,maybe,,                      | automatic            | maybe      | UNKNOWN_VALUE
            application_events.csv  | A000001,2021-03-20T10:00:00+01:00,REVOKED,false,CONVICTION;BAD_LUCK,   | reasons              | CONVICTION;BAD_LUCK | UNKNOWN_VALUE
            application_events.csv  | A000001,2021-03-10T10:00:00+01:00,APPROVED,false,,                     | application_id       | A000001    | DUPLICATE_KEY
            application_events.csv  | A000009,2021-03-20T10:00:00+01:00,APPROVED,false,,                     | application_id       | A000009    | UNKNOWN_REFERENCE
            mentor_applications.csv | A000001,L000001,2021-03-01T10:00:00+01:00,PENDING,2021-03-10T10:00:00+01:00  | decided_at     | 2021-03-10T10:00:00+01:00 | DECISION_AND_DATE_DISAGREE
            mentor_applications.csv | A000001,L000001,2021-03-01T10:00:00+01:00,APPROVED,                    | decided_at           | ''         | DECISION_AND_DATE_DISAGREE
            mentor_applications.csv | A000001,L000001,2021-03-01T10:00:00+01:00,APPROVED,2021-02-10T10:00:00+01:00 | decided_at     | 2021-02-10T10:00:00+01:00 | END_BEFORE_START
            mentor_applications.csv | A000001,L000001,2021-01-01T10:00:00+01:00,APPROVED,2021-02-10T10:00:00+01:00 | decided_at     | 2021-02-10T10:00:00+01:00 | BEFORE_SUBMISSION
            struck_mentors.csv      | A000001,L000001,2021-05-01,CONDUCT                                     | person_id            | L000001    | UNKNOWN_REFERENCE
            struck_mentors.csv      | A000001,M000001,2020-05-01,CONDUCT                                     | struck_on            | 2020-05-01 | BEFORE_SUBMISSION
            struck_mentors.csv      | A000001,M000001,2021-05-01,RUDE                                        | reason               | RUDE       | UNKNOWN_VALUE
            mentor_trainings.csv    | M000001,automotive,DONE,,2021-05-01,,,                                 | status               | DONE       | UNKNOWN_VALUE
            mentor_trainings.csv    | M000001,automotive,EXEMPT,AGE,2021-05-01,,,                            | exemption_ground     | AGE        | UNKNOWN_VALUE
            mentor_trainings.csv    | M000001,automotive,FOLLOWED_SECTOR,,2021-05-01,,,100000                | hours                | 100000     | NOT_A_NUMBER
            agreements.csv          | O1,A000001,M000001,L000001,P0001,OAO,2021-09-01,2021-08-31,2021-08-01T10:00:00+02:00,,, | ends_on | 2021-08-31 | END_BEFORE_START
            agreements.csv          | O1,A000001,M000001,L000001,P0001,OAO,2021-09-01,2022-08-31,2021-08-01T10:00:00+02:00,2021-08-31,, | ended_on | 2021-08-31 | END_BEFORE_START
            agreements.csv          | O1,A000001,M000001,L000001,P0009,OAO,2021-09-01,2022-08-31,2021-08-01T10:00:00+02:00,,, | provider_code | P0009 | UNKNOWN_REFERENCE
            agreements.csv          | O1,A000001,M000001,L000001,P0001,OAO,2021-09-01,2022-08-31,2021-08-01T10:00:00+02:00,2021-12-01,tired, | end_reason | tired | UNKNOWN_REFERENCE
            contacts.csv            | C1,automotive,0442239628,8000000764,A000001,SHOUT,2021-03-05,An,ADMISSION, | kind             | SHOUT      | UNKNOWN_VALUE
            contacts.csv            | C1,automotive,0442239628,8000000764,A000001,PHONE,5 maart 2021,An,ADMISSION, | on             | 5 maart 2021 | IMPOSSIBLE_DATE
            complaints.csv          | K1,automotive,2021-03-05,true,FOUNDED,2021-03-04                       | closed_on            | 2021-03-04 | END_BEFORE_START
            appeals.csv             | B1,A000001,REJECTED,2021-02-05,true,CONFIRMED,2021-03-04               | received_on          | 2021-02-05 | BEFORE_SUBMISSION
            appeals.csv             | B1,A000001,REJECTED,2021-03-05,true,CONFIRMED,2021-03-04               | decided_on           | 2021-03-04 | END_BEFORE_START
            materials.csv           | X1,Titel,PUBLIC,weg.pdf,                                               | file                 | weg.pdf    | FILE_MISSING
            materials.csv           | X1,Titel,PUBLIC,../companies.csv,                                      | file                 | ../companies.csv | FILE_MISSING
            materials.csv           | X1,Titel,ROLES:KING,,https://voorbeeld.example/                        | visibility           | ROLES:KING | UNKNOWN_VALUE
            materials.csv           | X1,Titel,PUBLIC,,javascript:alert(1)                                   | url                  | javascript:alert(1) | NOT_A_LINK
            sessions.csv            | S1,C1,1,2021-03-05T13:00:00+01:00,2021-03-05T12:00:00+01:00,6,16       | course_code          | C1         | UNKNOWN_REFERENCE
            """)
    void a_row_that_cannot_be_taken_is_told_with_its_line_and_reason(
            String file, String row, String column, String value, String reason) throws Exception {
        ExchangeFolder exchange = ExchangeFolder.in(folder);
        if (!java.nio.file.Files.exists(folder.resolve(file))) {
            exchange.with(file, header(file));
        }
        int line = java.nio.file.Files.readAllLines(folder.resolve(file)).size() + 1;
        List<Reject> rejects = dryRun(exchange.adding(file, row));
        assertThat(rejects).singleElement().satisfies(reject -> {
            assertThat(reject.file()).isEqualTo(file);
            assertThat(reject.line()).isEqualTo(line);
            assertThat(reject.flaw().column()).isEqualTo(column);
            assertThat(reject.value()).isEqualTo(value);
            assertThat(reject.flaw().reason().name()).isEqualTo(reason);
        });
    }

    @Test
    void without_wrong_rows_nothing_is_rejected() throws Exception {
        assertThat(dryRun(ExchangeFolder.in(folder))).isEmpty();
    }

    @Test
    void a_row_that_refers_to_a_rejected_one_is_rejected_too() throws Exception {
        List<Reject> rejects = dryRun(ExchangeFolder.in(folder)
                .with("establishments.csv", header("establishments.csv") + "8000000765,0442239628,,,,,,,,,\n"));
        assertThat(rejects)
                .extracting(Reject::file)
                .containsExactly(
                        "establishments.csv",
                        "applications.csv",
                        "application_events.csv",
                        "application_events.csv",
                        "mentor_applications.csv");
    }

    @Test
    void a_chain_of_renewals_falls_with_its_first_link_whatever_the_order() throws Exception {
        String rest = ",8000000764,D001,automotive,2021-03-01T10:00:00+01:00,COMPANY,";
        List<Reject> rejects = dryRun(ExchangeFolder.in(folder)
                .adding("applications.csv", "A000004" + rest + "A000003,", "A000003" + rest + "A000009,")
                .adding("applications.csv", "A000002" + rest + "A000001,"));
        assertThat(rejects).extracting(Reject::line).containsExactly(3, 4);
    }

    @Test
    void a_national_number_shows_in_no_list_of_rejects() throws Exception {
        List<Reject> rejects =
                dryRun(ExchangeFolder.in(folder).adding("persons.csv", "M000002,92112699838,An,Peeters,,,nl"));
        assertThat(RejectsFile.text(rejects)).doesNotContain("921126").contains("persons.csv,4,national_number,…,");
    }

    @Test
    void what_a_spreadsheet_would_run_is_written_as_text_and_reasons_are_plain_dutch() throws Exception {
        List<Reject> rejects =
                dryRun(ExchangeFolder.in(folder).adding("programmes.csv", "D002,Kwaad,=HYPERLINK(1),VKS 3,"));
        assertThat(RejectsFile.text(rejects)).isEqualTo("""
                file,line,column,value,reason
                programmes.csv,3,system,'=HYPERLINK(1),Deze waarde kennen we niet.
                """);
    }

    private List<Reject> dryRun(ExchangeFolder exchange) throws Exception {
        RunImport.Result result = new TestExchange(database, folder.resolve("store")).importing(exchange.path(), true);
        return result.outcome().rejects();
    }

    private static String header(String file) {
        return switch (file) {
            case "roles.csv" -> "person_id,role,scope\n";
            case "establishments.csv" ->
                "establishment_number,enterprise_number,name,street,house_number,postal_code,municipality,province,"
                        + "latitude,longitude,ceased_on\n";
            case "struck_mentors.csv" -> "application_id,person_id,struck_on,reason\n";
            case "mentor_trainings.csv" ->
                "person_id,partnership_code,status,exemption_ground,on,provider,course,hours\n";
            case "agreements.csv" ->
                "agreement_id,application_id,mentor_person_id,learner_person_id,provider_code,type,starts_on,ends_on,"
                        + "registered_at,ended_on,end_reason,cancelled_at\n";
            case "contacts.csv" ->
                "contact_id,partnership_code,enterprise_number,establishment_number,application_id,kind,on,by,purpose,"
                        + "remark\n";
            case "complaints.csv" -> "complaint_id,partnership_code,received_on,admissible,outcome,closed_on\n";
            case "appeals.csv" -> "appeal_id,application_id,against,received_on,admissible,outcome,decided_on\n";
            case "materials.csv" -> "material_id,title,visibility,file,url\n";
            case "sessions.csv" ->
                "session_id,course_code,position,starts_at,ends_at,min_participants,max_participants\n";
            default -> throw new IllegalArgumentException(file);
        };
    }
}
