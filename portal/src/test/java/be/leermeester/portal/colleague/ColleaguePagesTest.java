package be.leermeester.portal.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ColleaguePagesTest {

    private static final Pattern MAIL = Pattern.compile("href=\"(/mailbox/[0-9a-f-]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/invitation/[A-Za-z0-9_-]+)\"");

    private TestPortal portal;
    private TestBrowser garage;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        garage = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("I4: a colleague has access after one form, one mail and one button")
    void a_new_colleague_accepts_and_works_for_the_company() {
        invite(Map.of("firstName", "Bea", "lastName", "O'Boek", "email", "bea@example.be", "language", "en"));
        assertThat(garage.get("/company/colleagues?sent=yes").text())
                .contains("De uitnodiging is verstuurd")
                .contains("O'Boek bea@example.be")
                .contains("De link werkt tot en met 22 december 2026");
        TestBrowser.Page mail = latestMail();
        assertThat(mail.text()).contains("you get access to the pages of Garage O'Peeters & <Zoon>");
        String link = linkIn(mail);
        TestBrowser bea = stranger("Bea van de bank");
        assertThat(bea.get(link).text()).contains("Aanvaardt u, dan hoort dit account voortaan bij Bea O'Boek");
        assertThat(bea.get("/company").status()).isEqualTo(403);
        bea.get(link);
        assertThat(bea.post(link + "/accept", Map.of()).status()).isEqualTo(303);

        assertThat(bea.get("/company").text()).contains("Garage O'Peeters & <Zoon>");
        assertThat(garage.get("/company/colleagues").text())
                .contains("Bea O'Boek")
                .contains("Petra Peeters (uzelf)")
                .doesNotContain("nog geen antwoord");
        assertThat(events("RoleGranted")).containsOnlyOnce("0900001137");
    }

    @Test
    @DisplayName("U2: the bookkeeper of two companies stays one person")
    void somebody_known_gets_the_access_as_well() {
        invite(Map.of("firstName", "Karel", "lastName", "K", "email", "karel@example.be", "language", "nl"));
        String link = linkIn(latestMail());
        TestBrowser karel = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(karel.get(link).text()).contains("Wat u al had, blijft");
        karel.post(link + "/accept", Map.of());

        assertThat(karel.get("/company").text()).contains("Bakkerij De Koren BV");
        assertThat(karel.get("/companies/" + SmallWorld.GARAGE).status()).isEqualTo(200);
        assertThat(garage.get("/company/colleagues").text()).contains("Karel Koren");
    }

    @Test
    void access_that_was_ended_is_over_at_once() {
        portal.sql(
                "INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('bakery', 'COMPANY', '0900001137')");
        TestBrowser karel = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(karel.get("/companies/" + SmallWorld.GARAGE).status()).isEqualTo(200);
        assertThat(garage.get("/company/colleagues/bakery/end").text())
                .contains("Karel Koren kan vanaf nu niets meer zien of doen");
        garage.post("/company/colleagues/bakery/end", Map.of());
        garage.post("/company/colleagues/bakery/end", Map.of());

        assertThat(karel.get("/companies/" + SmallWorld.GARAGE).status()).isEqualTo(404);
        assertThat(karel.get("/company").text()).contains("Bakkerij De Koren BV");
        assertThat(events("RoleRevoked")).containsOnlyOnce("0900001137");
        assertThat(garage.get("/company/colleagues/bakery/end").status()).isEqualTo(404);
    }

    @Test
    void the_last_one_stays() {
        assertThat(garage.get("/company/colleagues").text()).contains("De enige met toegang");
        TestBrowser.Page refused = garage.post("/company/colleagues/garage/end", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Nodig eerst iemand anders uit");
        assertThat(garage.get("/company").status()).isEqualTo(200);
    }

    @Test
    void an_invitation_sent_again_or_withdrawn_ends_the_one_before() {
        Map<String, String> bea = Map.of("firstName", "Bea", "lastName", "Boek", "email", "bea@example.be");
        invite(bea);
        String first = linkIn(latestMail());
        invite(bea);
        assertThat(garage.get("/company/colleagues").text()).containsOnlyOnce("bea@example.be");
        assertThat(portal.browser().get(first).status()).isEqualTo(409);

        String page = garage.get("/company/colleagues").body();
        Matcher withdraw = Pattern.compile("action=\"(/company/colleagues/invitations/[^\"]+)\"")
                .matcher(page);
        assertThat(withdraw.find()).isTrue();
        TestBrowser bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        bakery.get("/company/colleagues");
        bakery.post(withdraw.group(1), Map.of());
        assertThat(garage.get("/company/colleagues").text()).contains("bea@example.be");
        garage.post(withdraw.group(1), Map.of());
        assertThat(garage.get("/company/colleagues").text()).doesNotContain("bea@example.be");
        assertThat(events("InvitationWithdrawn")).contains("person:");
    }

    @Test
    void what_is_not_filled_in_is_asked_with_what_was_typed() {
        garage.get("/company/colleagues/invite");
        TestBrowser.Page page = garage.post(
                "/company/colleagues/invite", Map.of("firstName", "<b>Bea", "lastName", "", "email", "geen adres"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Vul dit in").contains("Dit is geen e-mailadres");
        assertThat(page.body()).contains("value=\"&lt;b&gt;Bea\"");
    }

    private void invite(Map<String, String> fields) {
        garage.get("/company/colleagues/invite");
        assertThat(garage.post("/company/colleagues/invite", new HashMap<>(fields))
                        .status())
                .isEqualTo(303);
    }

    private TestBrowser.Page latestMail() {
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        Matcher found = MAIL.matcher(admin.get("/mailbox").body());
        assertThat(found.find()).isTrue();
        return admin.get(found.group(1));
    }

    private static String linkIn(TestBrowser.Page mail) {
        Matcher found = LINK.matcher(mail.body().replaceAll("http://127\\.0\\.0\\.1:\\d+", ""));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /// Somebody with an account at the provider that is nobody's yet.
    private TestBrowser stranger(String name) {
        portal.sql(
                "INSERT INTO kernel.person (id, first_name, last_name) VALUES ('X', 'X', 'X') ON CONFLICT DO NOTHING");
        TestBrowser browser = portal.browser().signedInAs("X", Role.COMPANY, "");
        portal.sql("UPDATE kernel.session SET person_id = NULL, name = '" + name + "' WHERE person_id = 'X'");
        return browser;
    }

    private String events(String type) {
        return portal.browser()
                .signedInAs("admin", Role.ADMIN)
                .get("/admin/events?type=" + type)
                .text();
    }
}
