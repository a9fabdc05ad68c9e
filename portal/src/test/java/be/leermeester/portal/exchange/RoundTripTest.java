package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Export, import into an empty portal, export again: equal, byte for byte.
class RoundTripTest {

    @TempDir
    Path folder;

    @Test
    void everything_the_format_knows_comes_back_equal() throws Exception {
        Map<String, String> exported = roundTrip(everything().path());
        assertThat(exported.get("persons.csv"))
                .contains("M000001,92112699837,\"Carine \"\"Ca\"\"\",\"Cools, Jr.\",carine@voorbeeld.example,,nl");
        assertThat(exported.get("companies.csv")).contains("=1+1");
        assertThat(exported.get("sessions.csv"))
                .contains("2021-03-28T03:30:00+02:00,2021-03-28T06:00:00.5+02:00".replace(".5", ".500000"));
        assertThat(exported.get("materials/X1/lassen.md")).isEqualTo("# Lassen\n");
        assertThat(exported.get("application_events.csv")).startsWith("""
                application_id,at,status,automatic,reasons,remark
                A000001,2021-03-01T10:00:00+01:00,SUBMITTED,false,,
                A000001,2021-03-02T10:00:00+01:00,IN_REVIEW,false,,
                """);
    }

    private Map<String, String> roundTrip(Path source) throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        exported(source, first);
        exported(first, second);
        ExportedFiles.assertEqual(first, second);
        return ExportedFiles.of(first);
    }

    private void exported(Path source, Path target) throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestExchange exchange = new TestExchange(database, folder.resolve("store"));
            assertThat(exchange.importing(source).outcome().rejects()).isEmpty();
            new ExportFolder(exchange.exchange()).write(target);
        }
    }

    /// Every file of the format, with what is awkward about text.
    private ExchangeFolder everything() throws IOException {
        return learning(dossiers(ExchangeFolder.in(folder.resolve("in"))));
    }

    private static ExchangeFolder dossiers(ExchangeFolder exchange) throws IOException {
        return exchange.adding("companies.csv", "0900001137,=1+1,112,,2021-05-01")
                .adding("programmes.csv", "D002,Nieuw,DUAL,VKS 3,", "D003,Oud,DBSO,,D002")
                .with("persons.csv", """
                        person_id,national_number,first_name,last_name,email,phone,language
                        M000001,92112699837,"Carine ""Ca""\","Cools, Jr.",carine@voorbeeld.example,,nl
                        L000001,,Emre 😀,"O'Brien <script>
                        twee regels",,+32 3 123,fr
                        """)
                .adding("roles.csv", "person_id,role,scope", "M000001,MENTOR,", "M000001,COMPANY,0442239628")
                .adding(
                        "applications.csv",
                        "A000002,8000000764,D001,flemish_partnership,2021-04-01T10:00:00+02:00,UNKNOWN,A000001,vp_butchers_caterers")
                .adding(
                        "application_events.csv",
                        "A000002,2021-04-02T10:00:00+02:00,REJECTED,false,NO_SUITABLE_MENTOR;CONVICTION,Nee",
                        "A000002,2021-05-02T10:00:00+02:00,APPROVED,false,,Beslissing na beroep",
                        "A000001,2021-09-01T00:05:00+02:00,REVOKED,true,,")
                .adding(
                        "appeals.csv",
                        "appeal_id,application_id,against,received_on,admissible,outcome,decided_on",
                        "B1,A000002,REJECTED,2021-04-05,true,ANNULLED,2021-05-01")
                .adding(
                        "complaints.csv",
                        "complaint_id,partnership_code,received_on,admissible,outcome,closed_on",
                        "K1,automotive,2021-04-05,,,")
                .adding(
                        "contacts.csv",
                        "contact_id,partnership_code,enterprise_number,kind,on,by,purpose,remark",
                        "C1,automotive,0442239628,PHONE,2021-04-05,An,,\\N \\. ;")
                .adding(
                        "agreements.csv",
                        "agreement_id,application_id,mentor_person_id,learner_person_id,provider_code,type,starts_on,"
                                + "ends_on,registered_at,ended_on,end_reason,cancelled_at",
                        "O1,A000001,M000001,L000001,P0001,OAO,2021-09-01,2022-08-31,2021-08-01T10:00:00+02:00,"
                                + "2021-12-31,stopped_early_stopped_studying,");
    }

    private static ExchangeFolder learning(ExchangeFolder exchange) throws IOException {
        return exchange.adding(
                        "struck_mentors.csv",
                        "application_id,person_id,struck_on,reason",
                        "A000001,M000001,2021-09-01,CONDUCT")
                .adding(
                        "mentor_trainings.csv",
                        "person_id,partnership_code,status,exemption_ground,on,provider,course,hours",
                        "M000001,automotive,FOLLOWED_SECTOR,,2021-05-01,Educam,Mentor,16.50")
                .adding("courses.csv", "course_code,partnership_code,title,hours", "K1,automotive,Mentor,16")
                .adding(
                        "course_components.csv",
                        "course_code,position,kind,required,hours,title",
                        "K1,1,CLASSROOM,true,8,Dag 1",
                        "K1,10,INTERVISION,false,,",
                        "K1,2,CLASSROOM,true,8,Dag 2")
                .adding(
                        "sessions.csv",
                        "session_id,course_code,position,starts_at,ends_at,place,join_url",
                        "S1,K1,1,2021-03-28T03:30:00+02:00,2021-03-28T06:00:00.5+02:00,Gent,https://voorbeeld.example/s")
                .adding(
                        "enrolments.csv",
                        "person_id,course_code,enrolled_at,completed_on",
                        "M000001,K1,2021-03-01T10:00:00+01:00,2021-05-01")
                .adding("attendances.csv", "session_id,person_id,presence", "S1,M000001,PARTLY")
                .with("docs/lassen.md", "# Lassen\n")
                .adding(
                        "materials.csv",
                        "material_id,title,description,language,kind,programme_codes,keywords,visibility,file,url",
                        "X1,Lassen,\"Een, twee\",nl,DOCUMENT,D001;D002,lassen;gas,ROLES:TEACHER;MENTOR,docs/lassen.md,",
                        "X2,Elders,,fr,LINK,,,PUBLIC,,https://voorbeeld.example/x?y=1");
    }
}
