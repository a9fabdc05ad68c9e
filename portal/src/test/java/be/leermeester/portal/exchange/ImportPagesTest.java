package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest {

    private static TestPortal portal;
    private TestBrowser browser;

    @BeforeAll
    static void open() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        browser = portal.browser().signedInAs("admin", Role.ADMIN);
        assertThat(browser.get("/admin/imports").status()).isEqualTo(200);
    }

    @Test
    void a_zip_is_taken_and_its_page_tells_what_became_of_every_file() throws Exception {
        TestBrowser.Page page = sent("providers.zip", Map.of("training_providers.csv", """
                provider_code,name,mood
                P7,Sint-Eva,good
                P/8,Sint-Adam,bad
                """), "");
        assertThat(page.text())
                .contains("Inlezen van providers.zip", "Klaar", "training_providers.csv 2 1 1 0")
                .contains("Deze kolom kennen we niet; ze is overgeslagen: training_providers.csv: mood.")
                .contains("training_providers.csv 3 provider_code P/8 Een code heeft ten hoogste 80 letters");
        assertThat(browser.get(page.response().uri().getPath() + "/rejects.csv").body())
                .startsWith("file,line,column,value,reason\ntraining_providers.csv,3,provider_code,P/8,");
        assertThat(browser.in("en").get(page.response().uri().getPath()).text())
                .contains("Import of providers.zip", "A code has at most 80 letters");
    }

    @Test
    void a_dry_run_changes_nothing() throws Exception {
        TestBrowser.Page page =
                sent("try.zip", Map.of("training_providers.csv", "provider_code,name\nP99,Nergens\n"), "true");
        assertThat(page.text()).contains("Dit is een proef", "training_providers.csv 1 1 0 0");
        page = sent("again.zip", Map.of("training_providers.csv", "provider_code,name\nP99,Nergens\n"), "true");
        assertThat(page.text()).contains("training_providers.csv 1 1 0 0");
        assertThat(browser.get("/admin/imports").text()).contains("again.zip (proef)", "Ann Aerts", "Klaar");
    }

    @Test
    void what_is_no_zip_fails_with_a_sentence() throws Exception {
        TestBrowser.Page page = followed(upload("x.zip", "geen zip".getBytes(StandardCharsets.UTF_8), ""));
        assertThat(page.text()).contains("Mislukt").contains("geen zip").contains("Er is niets ingelezen.");
    }

    @Test
    void a_form_without_a_file_comes_back_with_what_is_wrong() throws Exception {
        TestBrowser.Page page = upload("", new byte[0], "true");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Er is iets niet in orde", "Kies een zip.");
        assertThat(page.body()).contains("value=\"true\" checked");
    }

    @Test
    void a_run_whose_server_is_gone_shows_as_failed() {
        portal.sql("""
                INSERT INTO portal.import_run (id, started_at, started_by, source, dry_run, state, heartbeat_at)
                VALUES ('gone', '2026-11-22 09:00+01', 'admin', 'weg.zip', false, 'RUNNING', '2026-11-22 09:00+01'),
                       ('alive', '2026-11-22 09:59+01', 'admin', 'nu.zip', false, 'RUNNING', '2026-11-22 09:59:59+01')
                """);
        assertThat(browser.get("/admin/imports/gone").text()).contains("Mislukt", "is gestopt");
        assertThat(browser.get("/admin/imports/alive").body()).contains("<progress", "data-live=\"import:alive\"");
    }

    @Test
    void nobody_but_an_administrator_sees_it() {
        TestBrowser company = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(company.get("/admin/imports").status()).isEqualTo(403);
        assertThat(company.get("/admin/imports/x").status()).isEqualTo(403);
        assertThat(browser.get("/admin/imports/unknown").status()).isEqualTo(404);
        assertThat(browser.get("/admin/imports/unknown/rejects.csv").status()).isEqualTo(404);
    }

    private TestBrowser.Page sent(String name, Map<String, String> files, String dryRun) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return followed(upload(name, bytes.toByteArray(), dryRun));
    }

    /// The run's page, once it runs no more.
    private TestBrowser.Page followed(TestBrowser.Page redirect) {
        assertThat(redirect.status()).isEqualTo(303);
        String path = redirect.header("location").orElseThrow();
        TestBrowser.Page page = browser.get(path);
        for (int i = 0; i < 600 && page.body().contains("<progress"); i++) {
            LockSupport.parkNanos(50_000_000);
            page = browser.get(path);
        }
        return page;
    }

    private TestBrowser.Page upload(String name, byte[] content, String dryRun) {
        Map<String, String> fields = dryRun.isEmpty() ? Map.of() : Map.of("dryRun", dryRun);
        return browser.upload("/admin/imports", fields, "source", name, content);
    }
}
