package be.leermeester.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An open page hears what was committed, by this server or another, when it is for that person and not otherwise.
@Timeout(30)
class LiveEventsTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('H1', 'An', 'Bos');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('H1', 'HANDLER', 'construction')
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_handler_hears_of_the_own_partnership_and_not_of_another() throws IOException, InterruptedException {
        String session = TestSessions.begin(portal.database(), "H1", Role.HANDLER, "construction");
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.browser().origin() + "/live"))
                .header("cookie", "session=" + session)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(nextLine(lines)).startsWith("retry:");
                commit("partnership:wood", "application:W1");
                commit("partnership:construction", "application:C1");
                assertThat(nextLine(lines)).isEqualTo("data: application:C1 partnership:construction");
            }
            http.shutdownNow();
        }
    }

    /// What the outbox does at the end of a transaction, from another connection than the server's.
    private static void commit(String audience, String subject) {
        portal.sql("SELECT pg_notify('leermeester_events', '{\"audience\": [\"" + audience + "\"], \"subject\": \""
                + subject + "\", \"type\": \"ApplicationSubmitted\"}')");
    }

    private static String nextLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && (line.isBlank() || line.startsWith(":"))) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
