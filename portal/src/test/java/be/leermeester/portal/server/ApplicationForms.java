package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The forms of the company's room, for [PostedForms].
final class ApplicationForms {

    private static final String BAKERY = "0442239628";
    private static final String GARAGE = "0900001137";
    /// Never behind what is stored, so that every try is the latest.
    private static final String VERSION = "999999999";

    private ApplicationForms() {}

    static List<Posted> all() {
        return List.of(
                Posted.to("/applications")
                        .by("bakery", Role.COMPANY, BAKERY)
                        .from("/applications/new")
                        .with(Kind.GIVEN, "enterprise", BAKERY, "0442239629"),
                draft("/applications/:id/establishment")
                        .with(Kind.GIVEN, "choice", "other", "8000000764", "OTHER")
                        .with(Kind.TYPED, "number", "2.000.000.339", "2.000.000.338", "8.000.000.764", GARAGE)
                        .perhaps(Kind.WORDS, "name", "Winkel")
                        .with(Kind.WORDS, "street", "Kerkstraat")
                        .with(Kind.WORDS, "houseNumber", "1 bus 2")
                        .with(Kind.TYPED, "postalCode", "9000", "900", "0900")
                        .with(Kind.WORDS, "municipality", "Gent"),
                draft("/applications/:id/programmes").with(Kind.GIVEN, "add", "D2", "D999", "d2"),
                draft("/applications/:id/mentors")
                        .with(Kind.GIVEN, "key", "k1")
                        .with(Kind.GIVEN, "who", "M1", "L2", "NEW", "new")
                        .perhaps(Kind.WORDS, "firstName", "Nora")
                        .perhaps(Kind.WORDS, "lastName", "Nieuw")
                        .perhaps(Kind.WORDS, "email", "nora@example.be")
                        .with(Kind.TYPED, "practice", "7", "vijf", "1000")
                        .perhaps(Kind.DATE, "extractOn", "2026-05-05", "2024-05-05", "2027-05-05")
                        .perhaps(Kind.TICK, "proof", "true"),
                unversioned("/applications/:id/documents")
                        .file("file", "scan.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                        .with(Kind.GIVEN, "kind", "OTHER", "C450", "PASSPORT")
                        .perhaps(Kind.GIVEN, "mentor", "", "k2"),
                unversioned("/applications/:id/documents/remove").with(Kind.GIVEN, "paper", "paper", "another"),
                Posted.to("/applications/:id/submit")
                        .by("bakery", Role.COMPANY, BAKERY)
                        .from("/applications")
                        .about("draft-2", "draft-4", "nothing")
                        .with(Kind.TICK, "declared", "true")
                        .with(Kind.GIVEN, "version", VERSION),
                Posted.to("/applications/:id/delete")
                        .by("bakery", Role.COMPANY, BAKERY)
                        .from("/applications/draft-3/delete")
                        .about("draft-3", "draft-4", "nothing")
                        .with(Kind.GIVEN, "version", VERSION));
    }

    private static Posted draft(String route) {
        return unversioned(route).with(Kind.GIVEN, "version", VERSION);
    }

    /// Papers only come and go: they are in nobody's way.
    private static Posted unversioned(String route) {
        return Posted.to(route)
                .by("bakery", Role.COMPANY, BAKERY)
                .from("/applications/draft-1")
                .about("draft-1", "draft-4", "nothing");
    }

    static final String WORLD = """
            INSERT INTO portal.application_draft
              (id, enterprise_number, content, created_at, created_by, changed_at, changed_by)
            SELECT id, enterprise, content::jsonb, '2026-11-20Z', person, '2026-11-20Z', person FROM (VALUES
              ('draft-1', '0442239628', '{"mentors": [{"key": "k1", "personId": "M1", "firstName": "Mia",
                "lastName": "Mertens", "mask": "", "email": "", "practice": 7, "proof": false}]}', 'bakery'),
              ('draft-2', '0442239628', '{"place": {"number": "2123456789", "added": false, "name": "", "street": "",
                "houseNumber": "", "postalCode": "", "municipality": ""}, "programmes": ["D3"],
                "mentors": [{"key": "k1", "personId": "M1", "firstName": "Mia",
                "lastName": "Mertens", "mask": "", "email": "", "practice": 7, "proof": false}]}', 'bakery'),
              ('draft-3', '0442239628', '{}', 'bakery'),
              ('draft-4', '0900001137', '{}', 'garage')) AS drafts (id, enterprise, content, person);
            """;
}
