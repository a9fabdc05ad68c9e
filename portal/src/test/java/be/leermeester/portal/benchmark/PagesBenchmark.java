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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The start pages of mentor and company against a bare page in the same run. Prints; asserts only that the pages are
/// whole.
@Tag("benchmark")
class PagesBenchmark {

    private static final int TURNS = 10;
    private static final int SECONDS = 2;

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
                round("warm-up", bare.address(), site.address(), mentor, company);
                round("measured", bare.address(), site.address(), mentor, company);
            }
            System.out.printf("Heap: %,d MB at most.%n", Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /// In turns of a second or two, so that what else the machine does falls on all three alike.
    private static void round(
            String name, String bare, String site, Map<String, String> mentor, Map<String, String> company) {
        List<Load.Outcome> limit = new ArrayList<>();
        List<Load.Outcome> mentors = new ArrayList<>();
        List<Load.Outcome> companies = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            limit.add(Load.on(bare, Map.of(), SECONDS));
            mentors.add(Load.on(site + "/mentor", mentor, SECONDS));
            companies.add(Load.on(site + "/company", company, SECONDS));
        }
        print(name + ": bare page", limit, limit);
        print(name + ": /mentor  ", mentors, limit);
        print(name + ": /company ", companies, limit);
    }

    private static void print(String name, List<Load.Outcome> outcomes, List<Load.Outcome> limit) {
        assertThat(outcomes).allMatch(outcome -> outcome.failed() == 0);
        System.out.printf(
                "%s %,7.0f requests/s = %.2f of the bare page; turns' median p50 %.1f ms, p99 %.1f ms%n",
                name,
                median(outcomes, Load.Outcome::perSecond),
                total(outcomes) / total(limit),
                median(outcomes, Load.Outcome::p50),
                median(outcomes, Load.Outcome::p99));
    }

    private static double total(List<Load.Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Load.Outcome::perSecond).sum();
    }

    private static double median(List<Load.Outcome> outcomes, ToDoubleFunction<Load.Outcome> value) {
        double[] sorted = outcomes.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
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
