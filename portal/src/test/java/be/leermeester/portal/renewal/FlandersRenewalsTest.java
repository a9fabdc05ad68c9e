package be.leermeester.portal.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.exchange.ImportFollowUp;
import be.leermeester.portal.exchange.RunImport;
import be.leermeester.portal.exchange.SharedData;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.testing.TestBackground;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two quarterly mailings, one after the other, over the published Flemish data: everybody is asked in the right
/// quarter, reminded
/// in the right quarter, and nobody twice. Companies without anybody to mail get an address here.
@Tag("benchmark")
class FlandersRenewalsTest {

    private static final LocalDate FROM = LocalDate.of(2021, 9, 2);
    private static final LocalDate TO = LocalDate.of(2022, 1, 8);

    @Test
    void everybody_is_asked_and_reminded_in_the_right_quarter_and_nobody_twice() throws Exception {
        Path zip = SharedData.flanders();
        try (TestBackground background = new TestBackground()) {
            at(background, FROM);
            load(background, zip);
            Ids ids = new Ids(background.time());
            Messages messages = Messages.load();
            Post post = new Post(
                    new Templates(messages, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1"));
            AskRenewals job = new AskRenewals(background.db(), post, messages, ids, background.time());
            long begun = System.nanoTime();
            for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
                LocalDate today = day;
                at(background, today);
                background.threads().run(() -> job.run(today)).await(30, TimeUnit.MINUTES);
            }
            System.out.printf("asked in two quarters in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            check(background);
        }
    }

    private static void check(TestBackground background) {
        String quarter = "date_trunc('quarter', %s)";
        String end = quarter.formatted("r.ends_on");
        assertThat(background.rows(
                        "SELECT count(*) FROM portal.renewal r WHERE asked_on IS DISTINCT FROM reminded_on AND "
                                + quarter.formatted("asked_on") + " + interval '6 months' <> " + end))
                .containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM portal.renewal r WHERE reminded_on IS NOT NULL AND "
                        + quarter.formatted("reminded_on") + " + interval '3 months' <> " + end))
                .containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM portal.renewal"
                        + " WHERE extract(day FROM asked_on) > 7 OR extract(day FROM reminded_on) > 7"))
                .containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM portal.application a WHERE status = 'APPROVED'"
                        + " AND valid_until >= '2022-01-01' AND valid_until < '2022-07-01' AND NOT EXISTS (SELECT FROM"
                        + " portal.renewal r WHERE r.application_id = a.id AND r.reminded_on IS NOT NULL)"
                        + " AND NOT EXISTS (SELECT FROM portal.application n WHERE n.renews_application_id = a.id"
                        + " AND n.status NOT IN ('REJECTED', 'CANCELLED'))"))
                .as("reminded in the end")
                .containsExactly("0");
        assertThat(background.rows(
                        "SELECT count(*) FROM (SELECT split_part(unique_key, '/', 1), date_trunc('quarter', due_at) FROM"
                                + " kernel.mail GROUP BY 1, 2 HAVING count(*) > 1) twice"))
                .as("two mails to one person about one company in one quarter")
                .containsExactly("0");
        List<String> counts = background.rows("SELECT (SELECT count(*) FROM portal.renewal) || ' renewals, '"
                + " || (SELECT count(*) FROM kernel.mail) || ' mails'");
        System.out.println(counts.getFirst());
    }

    private static void load(TestBackground background, Path zip) throws Exception {
        Exchange exchange = new Exchange(
                new DatabaseAddress(background.database().uri()),
                new NationalNumberVault(new byte[NationalNumberVault.KEY_BYTES]),
                new FolderFileStore(Files.createTempDirectory("flanders-asked-").resolve("files")),
                background.time(),
                new Ids(background.time()));
        RunImport run = new RunImport(exchange, ImportFollowUp.NOTHING, List.of());
        run.run(zip, run.options("flanders", false, FROM, "test"), (_, _, _, _) -> {});
        background.sql("""
                INSERT INTO kernel.person (id, first_name, last_name, email)
                SELECT 'c' || enterprise_number, 'C', enterprise_number, enterprise_number || '@example.be' FROM portal.company
                 WHERE enterprise_number NOT IN (SELECT scope FROM kernel.person_role WHERE role = 'COMPANY');
                INSERT INTO kernel.person_role (person_id, role, scope)
                SELECT 'c' || enterprise_number, 'COMPANY', enterprise_number FROM portal.company
                 WHERE enterprise_number NOT IN (SELECT scope FROM kernel.person_role WHERE role = 'COMPANY');
                ANALYZE;
                """);
    }

    private static void at(TestBackground background, LocalDate day) {
        background.pass(
                Duration.between(background.time().now(), Time.startOf(day).plusSeconds(3_600)));
    }
}
