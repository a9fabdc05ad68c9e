package be.leermeester.portal.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.exchange.ImportFollowUp;
import be.leermeester.portal.exchange.RunImport;
import be.leermeester.portal.exchange.SharedData;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.TestBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The clock walks over the published Flemish data from the day of its state to five years later: first everything is
/// only foreseen, day by day, then it is done, and is what was foreseen. Prints how long it took.
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlandersWalkTest {

    private static final LocalDate FROM = LocalDate.of(2021, 9, 2);
    private static final LocalDate TO = LocalDate.of(2026, 9, 2);
    private static final List<Rule> RULES = List.of(Rule.APPROVAL, Rule.ESCALATION, Rule.EXPIRY);
    private static final Map<Rule, Map<String, LocalDate>> FORESEEN = new EnumMap<>(Rule.class);

    private static TestBackground background;

    @BeforeAll
    static void load() throws Exception {
        Path zip = SharedData.flanders();
        background = new TestBackground();
        at(FROM);
        Path folder = Files.createTempDirectory("flanders-walk-");
        Exchange exchange = new Exchange(
                new DatabaseAddress(background.database().uri()),
                new NationalNumberVault(new byte[NationalNumberVault.KEY_BYTES]),
                new FolderFileStore(folder.resolve("files")),
                background.time(),
                new Ids(background.time()));
        RunImport run = new RunImport(exchange, ImportFollowUp.NOTHING, List.of());
        run.run(zip, run.options("flanders", false, FROM, "test"), (_, _, _, _) -> {});
        background.sql("ANALYZE");
        background.sql(
                "CREATE TABLE public.before AS SELECT id, status, decide_by, valid_until FROM portal.application");
    }

    @AfterAll
    static void close() {
        if (background != null) {
            background.close();
        }
    }

    @Test
    @Order(1)
    void what_is_foreseen_day_by_day_is_each_open_dossier_and_each_recognition_once_on_its_own_day() {
        assertThat(count("SELECT count(*) FROM public.before WHERE status IN ('SUBMITTED', 'IN_REVIEW')"))
                .isEqualTo(137);
        assertThat(count("SELECT count(*) FROM public.before WHERE status = 'APPROVED'"))
                .isEqualTo(30_631);
        assertThat(background.tell(
                        () -> DueQueries.behind(background.db().reads(), FROM).await()))
                .as("no arrears on the day of the state")
                .isEmpty();
        long begun = System.nanoTime();
        int days = 0;
        for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
            Span span = day.equals(FROM) ? Span.by(day) : Span.only(day);
            RULES.forEach(rule -> foresee(rule, span));
            foreseen(Rule.WARNING, span);
            days++;
        }
        System.out.printf("foreseen %d days in %d ms%n", days, (System.nanoTime() - begun) / 1_000_000);
        assertThat(FORESEEN.getOrDefault(Rule.APPROVAL, Map.of())).hasSize(137);
        assertThat((long) FORESEEN.getOrDefault(Rule.EXPIRY, Map.of()).size())
                .isEqualTo(count("SELECT count(*) FROM public.before WHERE status = 'APPROVED' AND valid_until <= '"
                        + TO + "'"));
    }

    @Test
    @Order(2)
    void what_is_done_day_by_day_is_what_was_foreseen_and_dated_on_its_own_day() {
        Ids ids = new Ids(background.time());
        Outbox outbox = new Outbox(background.time(), ids, List::of);
        NightWork work = new NightWork(
                background.db(), new ChangeStatus(outbox, background.time()), outbox, ids, background.time());
        long begun = System.nanoTime();
        int done = 0;
        for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
            at(day);
            Span span = Span.by(day);
            for (Rule rule : RULES) {
                done += background.tell(() -> work.run(rule, span));
            }
        }
        System.out.printf("did %d dossiers in %d ms%n", done, (System.nanoTime() - begun) / 1_000_000);
        assertThat(count("SELECT count(*) FROM public.before b JOIN portal.application_event e"
                        + " ON e.application_id = b.id AND e.status = 'APPROVED' AND e.automatic AND e.actor = 'portal'"
                        + " WHERE b.status IN ('SUBMITTED', 'IN_REVIEW')"
                        + " AND e.at = b.decide_by::timestamp AT TIME ZONE 'Europe/Brussels'"))
                .isEqualTo(137);
        assertThat(count("SELECT count(*) FROM public.before b JOIN portal.application_event e"
                        + " ON e.application_id = b.id AND e.status = 'EXPIRED' AND e.actor = 'portal'"
                        + " WHERE b.status = 'APPROVED'"
                        + " AND e.at = b.valid_until::timestamp AT TIME ZONE 'Europe/Brussels'"))
                .isEqualTo(count("SELECT count(*) FROM public.before WHERE status = 'APPROVED' AND valid_until <= '"
                        + TO + "'"));
        assertThat(count("SELECT count(*) FROM portal.application_event WHERE actor = 'portal'"
                        + " AND (at AT TIME ZONE 'Europe/Brussels')::date"
                        + " <> (recorded_at AT TIME ZONE 'Europe/Brussels')::date"))
                .as("dated outside its day")
                .isZero();
        assertThat(count("SELECT count(*) FROM (SELECT application_id, status FROM portal.application_event"
                        + " WHERE actor = 'portal' GROUP BY 1, 2 HAVING count(*) > 1) twice"))
                .isZero();
        assertThat(count("SELECT count(*) FROM portal.application WHERE status = 'APPROVED' AND valid_until <= '" + TO
                        + "' OR status IN ('SUBMITTED', 'IN_REVIEW')"))
                .isZero();
    }

    private static void foresee(Rule rule, Span span) {
        Map<String, LocalDate> known = FORESEEN.computeIfAbsent(rule, _ -> new HashMap<>());
        foreseen(rule, span).forEach(due -> {
            assertThat(due.on()).isAfterOrEqualTo(FROM).isBeforeOrEqualTo(span.until());
            assertThat(known.put(due.dossier(), due.on()))
                    .as(due.dossier() + " twice")
                    .isNull();
        });
    }

    private static List<Due> foreseen(Rule rule, Span span) {
        return background.tell(() ->
                DueQueries.list(background.db().reads(), rule, span, 100_000).await());
    }

    private static void at(LocalDate day) {
        background.pass(
                Duration.between(background.time().now(), Time.startOf(day).plusSeconds(3_600)));
    }

    private static long count(String sql) {
        return Long.parseLong(background.rows(sql).getFirst());
    }
}
