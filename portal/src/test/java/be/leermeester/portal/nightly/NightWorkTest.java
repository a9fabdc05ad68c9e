package be.leermeester.portal.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Templates;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the night does with the dossiers of [SmallWorld], and what it leaves for an administrator after an import.
class NightWorkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Messages MESSAGES = Messages.load();

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Outbox outbox = new Outbox(background.time(), ids, List::of);
    private final Post post =
            new Post(new Templates(MESSAGES, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1"));
    private final NightWork work =
            new NightWork(background.db(), new ChangeStatus(outbox, background.time()), outbox, ids, background.time());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName("R4: on day 15 an undecided dossier is approved, dated 00:00 of that day and automatic for ever, once")
    void approval_is_dated_on_its_own_day() {
        assertThat(foreseen(Rule.APPROVAL, Span.by(TODAY))).containsExactly("A3 2026-11-16");
        assertThat(run(Rule.APPROVAL)).isEqualTo(1);
        assertThat(run(Rule.APPROVAL)).isZero();
        assertThat(background.rows("SELECT at AT TIME ZONE 'Europe/Brussels' || ' ' || automatic || ' ' || actor"
                        + " FROM portal.application_event WHERE application_id = 'A3' AND status = 'APPROVED'"))
                .containsExactly("2026-11-16 00:00:00 true portal");
        assertThat(background.rows("SELECT valid_until || ' ' || automatic FROM portal.application WHERE id = 'A3'"))
                .containsExactly("2031-11-16 true");
    }

    @Test
    @DisplayName("R4: where the partnership escalates, the head of the team gets one item, and nothing is approved")
    void escalation_opens_one_item() {
        escalates();
        assertThat(run(Rule.APPROVAL)).isZero();
        assertThat(run(Rule.ESCALATION)).isEqualTo(1);
        assertThat(run(Rule.ESCALATION)).isZero();
        background.sql("UPDATE portal.follow_up SET closed_at = now(), closed_by = 'auto'");
        assertThat(run(Rule.ESCALATION)).isZero();
        assertThat(background.rows("SELECT partnership_code || ' ' || kind || ' ' || subject || ' ' || due_on"
                        + " FROM portal.follow_up"))
                .containsExactly("automotive ESCALATION dossier:A3 2026-11-16");
        assertThat(status("A3")).isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("R10: a recognition ends on its anniversary; foreseen is what happens")
    void expiry_on_the_anniversary() {
        LocalDate anniversary = LocalDate.of(2027, 3, 1);
        assertThat(foreseen(Rule.EXPIRY, Span.by(anniversary.minusDays(1)))).isEmpty();
        List<String> foreseen = foreseen(Rule.EXPIRY, Span.only(anniversary));
        assertThat(foreseen).containsExactly("A4 2027-03-01");
        background.pass(Duration.ofDays(100));
        assertThat(run(Rule.EXPIRY)).isEqualTo(1);
        assertThat(background.rows("SELECT application_id || ' ' || (at AT TIME ZONE 'Europe/Brussels')::date FROM"
                        + " portal.application_event WHERE status = 'EXPIRED' AND recorded_at > '2026-12-01'"))
                .isEqualTo(foreseen);
    }

    @Test
    @DisplayName("R4: three days before, the handlers of the partnership get one mail about all of them, once")
    void handlers_are_warned_once() {
        background.sql("""
                UPDATE kernel.person SET email = id || '@example.be', language = 'nl' WHERE id IN ('auto', 'food', 'everything');
                UPDATE portal.application SET decide_by = '2026-11-25' WHERE id = 'A3';
                UPDATE portal.application_event SET at = '2026-11-10 10:00+01' WHERE application_id = 'A3';
                """);
        WarnHandlers warn = new WarnHandlers(background.db(), post, MESSAGES, background.time());
        assertThat(warn(warn, TODAY)).isEqualTo("dossiers: 1");
        assertThat(warn(warn, TODAY)).isEqualTo("dossiers: 0");
        background.pass(Duration.ofDays(1));
        assertThat(warn(warn, TODAY.plusDays(1))).isEqualTo("dossiers: 0");
        assertThat(background.rows("SELECT recipient || ' ' || subject FROM kernel.mail"))
                .containsExactly("auto@example.be Eén dossier wordt automatisch goedgekeurd: beslis uiterlijk op"
                        + " 24 november 2026");
    }

    @Test
    void a_moment_that_has_passed_is_not_warned_of() {
        WarnHandlers warn = new WarnHandlers(background.db(), post, MESSAGES, background.time());
        assertThat(warn(warn, LocalDate.of(2026, 11, 13))).isEqualTo("dossiers: 0");
    }

    @Test
    void what_dies_half_way_leaves_nothing_half_done_and_the_next_run_does_all_of_it() {
        background.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, decide_by) VALUES
                  ('A9', '2123456789', 'D3', 'construction', '2026-11-02', 'COMPANY', 'SUBMITTED', '2026-11-17');
                CREATE FUNCTION portal.dies() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN IF NEW.application_id = 'A9' THEN RAISE 'dies'; END IF; RETURN NEW; END $$;
                CREATE TRIGGER dies BEFORE INSERT ON portal.application_event
                  FOR EACH ROW EXECUTE FUNCTION portal.dies();
                """);
        assertThatThrownBy(() -> run(Rule.APPROVAL)).hasMessageContaining("dies");
        assertThat(status("A3")).isEqualTo("SUBMITTED");
        background.sql("DROP TRIGGER dies ON portal.application_event");
        assertThat(run(Rule.APPROVAL)).isEqualTo(2);
        assertThat(background.rows("SELECT application_id || ' ' || (at AT TIME ZONE 'Europe/Brussels')::date"
                        + " FROM portal.application_event WHERE actor = 'portal' ORDER BY at"))
                .containsExactly("A3 2026-11-16", "A9 2026-11-17");
    }

    @Test
    void two_servers_at_once_do_it_once() {
        List<Integer> done =
                Stream.of(1, 2).parallel().map(_ -> run(Rule.APPROVAL)).toList();
        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(background.rows(
                        "SELECT count(*) FROM portal.application_event WHERE application_id = 'A3' AND automatic"))
                .containsExactly("1");
    }

    @Test
    @DisplayName("9.13: what fell due between the state of an import and the import waits for an administrator")
    void arrears_wait_and_are_dated_rightly_when_applied() {
        imported("2026-11-10", "2026-11-20 12:00+01");
        assertThat(run(Rule.APPROVAL)).isZero();
        assertThat(behind()).containsExactly("automotive 1 0 0");
        assertThat(tell(() -> work.run(Rule.APPROVAL, Span.arrears(TODAY, "automotive"))))
                .isEqualTo(1);
        assertThat(behind()).isEmpty();
        assertThat(background.rows("SELECT (at AT TIME ZONE 'Europe/Brussels')::date FROM portal.application_event"
                        + " WHERE application_id = 'A3' AND status = 'APPROVED'"))
                .containsExactly("2026-11-16");
    }

    @Test
    @DisplayName("9.13: from the import on the jobs act, and what was filed here never waits")
    void jobs_act_from_the_import_on() {
        imported("2026-11-10", "2026-11-14 12:00+01");
        assertThat(behind()).isEmpty();
        assertThat(run(Rule.APPROVAL)).isEqualTo(1);
    }

    @Test
    void what_was_filed_here_is_never_in_arrears() {
        background.sql("UPDATE portal.application SET filed_by = 'school' WHERE id = 'A3'");
        imported("2026-11-10", "2026-11-20 12:00+01");
        assertThat(behind()).isEmpty();
        assertThat(run(Rule.APPROVAL)).isEqualTo(1);
    }

    @Test
    @DisplayName("9.13: with the clock at the state date there are no arrears")
    void no_arrears_at_the_state_date() {
        imported("2026-11-16", "2026-11-16 12:00+01");
        assertThat(behind()).isEmpty();
        assertThat(run(Rule.APPROVAL)).isEqualTo(1);
    }

    @Test
    void arrears_that_are_left_are_not_shown_again_and_stay() {
        imported("2026-11-10", "2026-11-20 12:00+01");
        background.sql("INSERT INTO portal.arrears_choice (partnership_code, chosen_at, chosen_by, choice, until)"
                + " VALUES ('automotive', now(), 'admin', 'LEFT', '2026-11-22')");
        assertThat(behind()).isEmpty();
        assertThat(run(Rule.APPROVAL)).isZero();
        assertThat(status("A3")).isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("The company is told once of what the portal did, and never of moments that are past")
    void the_company_is_told_once() {
        background.sql("UPDATE kernel.person SET email = 'petra@example.be', language = 'en' WHERE id = 'garage'");
        TellCompany tell = new TellCompany(background.db(), post, MESSAGES, background.time());
        deliver(tell, "RecognitionExpired", "A4", "2026-11-21T23:00:00Z", true);
        deliver(tell, "RecognitionExpired", "A4", "2026-11-21T23:00:00Z", true);
        deliver(tell, "RecognitionExpired", "A4", "2026-11-01T23:00:00Z", true);
        deliver(tell, "RecognitionApproved", "A3", "2026-11-21T23:00:00Z", false);
        assertThat(background.rows("SELECT recipient || ' ' || subject FROM kernel.mail"))
                .containsExactly(
                        "petra@example.be Your recognition for Onderhoudsmechanica auto duaal ended on 22 November 2026");
        imported("2026-11-10", "2026-11-22 09:00+01");
        deliver(tell, "RecognitionApproved", "A3", "2026-11-15T23:00:00Z", true);
        deliver(tell, "RecognitionCeased", "A6", "2026-09-30T22:00:00Z", true);
        assertThat(background.rows("SELECT reason FROM kernel.mail ORDER BY reason"))
                .containsExactly("RecognitionCeased", "RecognitionExpired");
    }

    private void deliver(TellCompany tell, String type, String dossier, String at, boolean automatic) {
        JsonObject payload =
                new JsonObject().put("dossier", dossier).put("at", at).put("automatic", automatic);
        tell(() -> tell.deliver(new UUID(0, 1), type, "dossier:" + dossier, payload)
                .succeeded());
    }

    private void imported(String state, String at) {
        background.sql("INSERT INTO portal.import_run (id, started_at, started_by, source, dry_run, state_date, state)"
                + " VALUES ('I1', '" + at + "', 'admin', 'x.zip', false, '" + state + "', 'DONE')");
    }

    private void escalates() {
        background.sql(
                "UPDATE portal.partnership_policy SET automatic_approval = false WHERE partnership_code = 'automotive'");
    }

    private List<String> behind() {
        return tell(() -> DueQueries.behind(background.db().reads(), TODAY).await()).stream()
                .map(each ->
                        each.partnership() + " " + each.approvals() + " " + each.escalations() + " " + each.expiries())
                .toList();
    }

    private List<String> foreseen(Rule rule, Span span) {
        return tell(() -> DueQueries.list(background.db().reads(), rule, span, 100)
                        .await())
                .stream()
                .map(due -> due.dossier() + " " + due.on())
                .toList();
    }

    private int run(Rule rule) {
        return tell(() -> work.run(rule, Span.by(background.time().today())));
    }

    private String warn(WarnHandlers warn, LocalDate day) {
        return tell(() -> warn.run(day));
    }

    private <T> T tell(java.util.concurrent.Callable<T> story) {
        return background.tell(story);
    }

    private String status(String id) {
        return background
                .rows("SELECT status FROM portal.application WHERE id = '" + id + "'")
                .getFirst();
    }
}
