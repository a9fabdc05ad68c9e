package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.List;

/// The people whom everybody can sign in as in demo mode, one per role and one with several.
///
/// They are the same on every day and for every seed: the sign-in page reads its buttons here, and the demo data names
/// the same persons.
public final class DemoPeople {

    /// roles is what they are, in Dutch words for the sign-in button; the rows of roles.csv are what counts.
    public record DemoPerson(String username, String personId, String name, String roles, String nationalNumber) {}

    static final String MENTOR = "DEMO-mentor";
    static final String TRAINER = "DEMO-trainer";
    /// Votes beside the advisor with a button.
    static final String OTHER_ADVISOR = "DEMO-advisor-2";
    static final String HANDLER_SECTOR = "technology_industry";
    static final String SCHOOL_CODE = "DP01";
    static final String COMPANY_NUMBER = DemoNumbers.enterprise(1);
    static final String SECOND_COMPANY_NUMBER = DemoNumbers.enterprise(2);

    private static final List<DemoPerson> ALL = List.of(
            person("mentor", "Wim Segers", "mentor", LocalDate.of(1984, 3, 12)),
            person("company", "Katrien Hermans", "onderneming", LocalDate.of(1976, 9, 30)),
            person("school", "Bart Lievens", "trajectbegeleider van een school", LocalDate.of(1981, 6, 4)),
            person("teacher", "Nele Wauters", "leerkracht", LocalDate.of(1990, 1, 17)),
            person("handler", "Joris Callens", "behandelaar, technologische industrie", LocalDate.of(1979, 11, 22)),
            person("advisor", "Greet Dierickx", "sociale partner, technologische industrie", LocalDate.of(1971, 4, 2)),
            person("trainer", "Hilde Raes", "lesgever", LocalDate.of(1969, 5, 8)),
            person("monitor", "Dirk Poelmans", "monitoring", LocalDate.of(1973, 8, 25)),
            person("admin", "An Govaerts", "beheerder", LocalDate.of(1987, 2, 3)),
            person(
                    "many",
                    "Lien Verbeke",
                    "mentor, onderneming, behandelaar en leerkracht",
                    LocalDate.of(1982, 7, 14)));

    private DemoPeople() {}

    /// In the order of the buttons.
    public static List<DemoPerson> all() {
        return ALL;
    }

    /// Their rows in persons.csv and roles.csv; the schools must be there.
    static void write(DemoWorld world) {
        for (DemoPerson person : ALL) {
            String[] name = person.name().split(" ", 2);
            world.person(person.personId(), person.nationalNumber(), name[0], name[1], "nl", true);
        }
        world.role(MENTOR, "MENTOR", "");
        world.role("DEMO-company", "COMPANY", COMPANY_NUMBER);
        world.role("DEMO-school", "SCHOOL", SCHOOL_CODE);
        world.role("DEMO-teacher", "TEACHER", SCHOOL_CODE);
        world.role("DEMO-handler", "HANDLER", HANDLER_SECTOR);
        world.role("DEMO-advisor", "ADVISOR", HANDLER_SECTOR);
        world.person(OTHER_ADVISOR, "", "Rudi", "Claes", "nl", true);
        world.role(OTHER_ADVISOR, "ADVISOR", HANDLER_SECTOR);
        world.role(TRAINER, "TRAINER", "");
        world.role("DEMO-monitor", "MONITOR", "");
        world.role("DEMO-admin", "ADMIN", "");
        world.role("DEMO-many", "MENTOR", "");
        world.role("DEMO-many", "COMPANY", SECOND_COMPANY_NUMBER);
        world.role("DEMO-many", "HANDLER", "construction");
        world.role("DEMO-many", "TEACHER", world.providers().get(1).code());
    }

    private static DemoPerson person(String username, String name, String roles, LocalDate birth) {
        return new DemoPerson(username, "DEMO-" + username, name, roles, DemoNumbers.national(birth, 997));
    }
}
