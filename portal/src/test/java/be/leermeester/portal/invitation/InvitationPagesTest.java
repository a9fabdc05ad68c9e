package be.leermeester.portal.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// U1: a person whom the portal knows gets an account by invitation.
class InvitationPagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/invitation/[A-Za-z0-9_-]+)\"");
    private static final Pattern MAIL = Pattern.compile("href=\"(/mailbox/[0-9a-f-]+)\"");

    private final Set<String> known = new HashSet<>();
    private TestPortal portal;
    private TestBrowser admin;

    @BeforeEach
    void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name, email) VALUES
                    ('ADM', 'Ada', 'Beheer', 'ada@example.be'), ('P1', 'An', 'O''Brien <script>', 'an@example.be'),
                    ('P2', 'Bo', 'Smet', NULL), ('P3', 'Cis', 'Daems', 'cis@example.be'), ('H1', 'Hilde', 'Hout', NULL);
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                    ('ADM', 'ADMIN', ''), ('P1', 'MONITOR', ''), ('P3', 'MONITOR', ''), ('H1', 'HANDLER', 'wood');
                INSERT INTO portal.programme (code, name, system) VALUES ('D1', 'Houtbewerking duaal', 'DUAL');
                INSERT INTO portal.company (enterprise_number, name) VALUES ('0442239628', 'Schrijnwerkerij Peeters');
                INSERT INTO portal.establishment (establishment_number, enterprise_number)
                    VALUES ('2123456789', '0442239628');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                    submitted_by) VALUES ('A1', '2123456789', 'D1', 'wood', '2026-11-01Z', 'COMPANY');
                INSERT INTO learning.mentor_application (application_id, person_id, partnership_code, submitted_at, decision,
                    recorded_at) VALUES ('A1', 'P1', 'wood', '2026-11-01Z', 'PENDING', '2026-11-01Z');
                """);
        admin = portal.browser().signedInAs("ADM", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void whoever_accepts_is_known_at_once() {
        String link = invite("P1");
        assertThat(portal.browser().get(link).text())
                .contains("Dag An O'Brien <script>")
                .contains("Ada Beheer")
                .contains("U volgt <b>het</b> duaal leren op")
                .contains("dinsdag 22 december 2026")
                .contains("Aanmelden en aanvaarden");
        assertThat(portal.browser().get(link).body())
                .doesNotContain("<script>")
                .doesNotContain("<b>")
                .contains("/sign-in?to=" + link);
        TestBrowser stranger = stranger("An van de bank");
        assertThat(stranger.get("/").text()).contains("We kennen u nog niet");
        assertThat(stranger.get(link).text()).contains("Aanvaarden als An van de bank");
        TestBrowser.Page accepted = stranger.post(link + "/accept", Map.of());
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(stranger.get("/monitor").status()).isNotIn(303, 403);
        assertThat(stranger.get(link).header("location")).contains("/");
    }

    @Test
    void a_second_tab_and_a_second_account_hear_that_it_was_accepted() {
        String link = invite("P1");
        TestBrowser first = stranger("An");
        first.get(link);
        TestBrowser second = stranger("Bert");
        second.get(link);
        first.post(link + "/accept", Map.of());
        assertThat(first.post(link + "/accept", Map.of()).status()).isEqualTo(409);
        TestBrowser.Page refused = second.post(link + "/accept", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("al aanvaard");
    }

    @Test
    void an_account_that_is_somebody_elses_cannot_accept() {
        String link = invite("P1");
        TestBrowser other = portal.browser().signedInAs("P3", Role.MONITOR);
        portal.sql("INSERT INTO kernel.sign_in_identity VALUES ('test', 'P3', 'P3', '2026-01-01Z')");
        other.get(link);
        TestBrowser.Page refused = other.post(link + "/accept", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("hoort al bij iemand anders (Cis Daems)");
    }

    @Test
    void a_person_keeps_to_one_account_of_a_provider() {
        portal.sql("INSERT INTO kernel.sign_in_identity VALUES ('test', 'an-1', 'P1', '2026-01-01Z')");
        String link = invite("P1");
        TestBrowser another = stranger("An twee");
        another.get(link);
        TestBrowser.Page refused = another.post(link + "/accept", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("ander account");
    }

    @Test
    void an_invitation_that_has_passed_or_was_replaced_or_never_was_says_so() {
        String replaced = invite("P1");
        String link = invite("P1");
        assertThat(portal.browser().get(replaced).status()).isEqualTo(409);
        assertThat(portal.browser().get(link).status()).isEqualTo(200);
        portal.sql("UPDATE kernel.invitation SET expires_at = '2026-11-22 09:00Z'");
        TestBrowser.Page passed = portal.browser().get(link);
        assertThat(passed.status()).isEqualTo(409);
        assertThat(passed.text()).contains("vervallen").contains("Ada Beheer");
        assertThat(portal.browser().get("/invitation/" + "x".repeat(43)).status())
                .isEqualTo(404);
        assertThat(portal.browser().get("/invitation/%00").status()).isEqualTo(404);
    }

    @Test
    void one_click_says_that_it_is_somebody_else() {
        String link = invite("P1");
        TestBrowser nobody = portal.browser();
        nobody.get(link);
        assertThat(nobody.post(link + "/decline", Map.of("as", "x")).status()).isEqualTo(400);
        assertThat(nobody.post(link + "/decline", Map.of("as", "NOT_ME")).text())
                .contains("we hebben het genoteerd");
        assertThat(nobody.post(link + "/decline", Map.of("as", "LEFT")).status())
                .isEqualTo(409);
        assertThat(portal.browser().get(link).status()).isEqualTo(409);
        portal.sql("""
                DO $$ BEGIN
                    ASSERT (SELECT count(*) = 1 FROM kernel.event WHERE type = 'InvitationDeclined'
                               AND subject = 'person:P1' AND 'admins' = ANY (audience) AND payload->>'as' = 'NOT_ME');
                END $$""");
    }

    @Test
    void accepting_takes_a_sign_in() {
        String link = invite("P1");
        TestBrowser.Page page = portal.browser().post(link + "/accept", Map.of());
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("location").orElse("")).startsWith("/sign-in?to=");
    }

    @Test
    void a_handler_invites_the_mentors_of_the_own_partnership_at_their_known_address() {
        TestBrowser handler = portal.browser().signedInAs("H1", Role.HANDLER, "wood");
        assertThat(handler.get("/people/P3/invite").status()).isEqualTo(404);
        assertThat(handler.get("/people/P1/invite").text()).contains("an@example.be");
        TestBrowser.Page sent = handler.post(
                "/people/P1/invite", Map.of("reason", "U bent mentor", "email", "hilde@elsewhere.example"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(admin.get("/mailbox").text()).contains("an@example.be").doesNotContain("elsewhere");
    }

    @Test
    void others_do_not_invite() {
        assertThat(portal.browser()
                        .signedInAs("P3", Role.MONITOR)
                        .get("/people/P1/invite")
                        .status())
                .isEqualTo(403);
        assertThat(portal.browser().get("/people/P1/invite").status()).isEqualTo(303);
    }

    @Test
    void a_form_that_does_not_hold_is_shown_again_with_what_was_typed() {
        admin.get("/people/P2/invite");
        TestBrowser.Page page = admin.post("/people/P2/invite", Map.of("reason", "<i>ja</i>", "email", "geen adres"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("<i>ja</i>").contains("Dit is geen e-mailadres");
        assertThat(page.body()).contains("value=\"geen adres\"").doesNotContain("<i>");
        assertThat(admin.post("/people/P2/invite", Map.of("reason", "a\u0000b", "email", "bo@example.be"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post("/people/P2/invite", Map.of("reason", "x".repeat(1_000_000)))
                        .status())
                .isBetween(400, 499);
        assertThat(admin.post("/people/NIEMAND/invite", Map.of("reason", "x")).status())
                .isEqualTo(404);
        assertThat(admin.get("/people/%00/invite").status()).isEqualTo(404);
    }

    @Test
    void the_mailbox_is_for_demos() {
        assertThat(portal.browser().get("/mailbox").text()).contains("nog geen bericht");
        assertThat(portal.browser().get("/mailbox/unknown").status()).isEqualTo(404);
    }

    /// Invites and answers the path that the mail carries.
    private String invite(String personId) {
        admin.get("/people/" + personId + "/invite");
        TestBrowser.Page sent = admin.post(
                "/people/" + personId + "/invite",
                Map.of("reason", "U volgt <b>het</b> duaal leren op", "email", "an@example.be"));
        assertThat(sent.status()).isEqualTo(303);
        String mail = found(MAIL, portal.browser().get("/mailbox").body());
        return found(LINK, portal.browser().get(mail).body());
    }

    /// The first that was not found before: with the clock standing still the newest mail has no sure place.
    private String found(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map(match -> match.group(1))
                .filter(known::add)
                .findFirst()
                .orElseThrow();
    }

    /// Somebody with an account that is not tied to any person.
    private TestBrowser stranger(String name) {
        TestBrowser browser = portal.browser().signedInAs("P2", Role.MONITOR);
        portal.sql("UPDATE kernel.session SET person_id = NULL, name = '%1$s', subject = '%1$s' WHERE subject = 'P2'"
                .formatted(name));
        return browser;
    }
}
