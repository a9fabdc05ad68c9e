package be.leermeester.portal.register;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The administrator hands over sets of the register as zips.
class RegisterPagesTest {

    private TestPortal portal;
    private TestBrowser admin;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        admin = portal.browser().signedInAs("admin", Role.ADMIN);
        admin.get("/admin/register");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_set_is_taken_in_and_shows_what_it_changed() throws IOException {
        Map<String, String> set =
                Map.of("meta.csv", meta(1147), "enterprise_delete.csv", "EnterpriseNumber\n0442.239.628\n");
        assertThat(upload(set).header("location")).contains("/admin/register");
        assertThat(admin.get("/admin/register").text())
                .contains("1147 20 november 2026")
                .contains("1 gestopt, 1 erkenningen stopgezet, 1 open aanvragen op te volgen");
        assertThat(upload(set).header("location")).contains("/admin/register?again=1147");
        assertThat(admin.get("/admin/register?again=1147").text()).contains("Bestand nummer 1147 was al verwerkt");
    }

    @Test
    void what_is_not_in_order_is_refused_in_words() throws IOException {
        assertThat(upload(Map.of("iets.csv", "x\n")).text()).contains("meta.csv ontbreekt");
        upload(Map.of("meta.csv", meta(1147)));
        TestBrowser.Page gap = upload(Map.of("meta.csv", meta(1150)));
        assertThat(gap.status()).isEqualTo(422);
        assertThat(gap.text()).contains("het laatst verwerkte is 1147. Verwerk eerst nummer 1148");
    }

    private static String meta(int number) {
        return "Variable,Value\nSnapshotDate,20-11-2026\nExtractType,update\nExtractNumber," + number + "\n";
    }

    private TestBrowser.Page upload(Map<String, String> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String part = "--grens\r\nContent-Disposition: form-data; name=\"";
        text(body, part + "csrf\"\r\n\r\n" + admin.csrf() + "\r\n");
        text(body, part + "source\"; filename=\"kbo.zip\"\r\nContent-Type: application/zip\r\n\r\n");
        body.writeBytes(zip(files));
        text(body, "\r\n--grens--\r\n");
        return admin.send(HttpRequest.newBuilder(URI.create(admin.origin() + "/admin/register"))
                .header("content-type", "multipart/form-data; boundary=grens")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
