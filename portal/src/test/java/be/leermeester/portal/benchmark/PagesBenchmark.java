package be.leermeester.portal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.journey.DemoSite;
import be.leermeester.portal.testing.TestSessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The start pages of mentor and company against a bare page in the same run. Prints; asserts only that the pages are
/// whole.
@Tag("benchmark")
class PagesBenchmark {

    private static final int SECONDS = 15;

    @Test
    void start_pages_against_a_bare_page() throws IOException, InterruptedException {
        try (DemoSite site = DemoSite.open()) {
            Map<String, String> mentor = cookie(site, "DEMO-mentor", Role.MENTOR);
            Map<String, String> company = cookie(site, "DEMO-company", Role.COMPANY);
            int length = length(site.address() + "/mentor", mentor);
            System.out.printf(
                    "The mentor's page is %,d bytes, the company's %,d.%n",
                    length, length(site.address() + "/company", company));
            try (BarePage bare = new BarePage(site.database(), "DEMO-mentor", length)) {
                for (int round = 0; round < 3; round++) {
                    Load.Outcome limit = Load.on(bare.address(), Map.of(), SECONDS);
                    Load.Outcome mentors = Load.on(site.address() + "/mentor", mentor, SECONDS);
                    Load.Outcome companies = Load.on(site.address() + "/company", company, SECONDS);
                    String name = round == 0 ? "warm-up" : "round " + round;
                    System.out.printf("%s: bare page      %s%n", name, limit);
                    System.out.printf(
                            "%s: /mentor        %s = %.2f of the bare page%n",
                            name, mentors, mentors.perSecond() / limit.perSecond());
                    System.out.printf(
                            "%s: /company       %s = %.2f of the bare page%n",
                            name, companies, companies.perSecond() / limit.perSecond());
                    assertThat(mentors.failed() + companies.failed() + limit.failed())
                            .isZero();
                }
            }
            System.out.printf("Heap: %,d MB at most.%n", Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static Map<String, String> cookie(DemoSite site, String personId, Role role) {
        return Map.of("cookie", "session=" + TestSessions.begin(site.database(), personId, role, ""));
    }

    private static int length(String address, Map<String, String> headers) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
            headers.forEach(request::header);
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body().length();
        }
    }
}
