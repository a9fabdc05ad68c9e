package be.leermeester.portal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.portal.journey.DemoSite;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The start pages of mentor and company, each against a bare page that brings back the same facts and writes a page of
/// the same size ([BarePage]), in the same run; and, as a further line, a trivial bare page. Prints; asserts only that
/// the pages are whole and alike in size.
@Tag("benchmark")
class PagesBenchmark {

    private static final int TURNS = 10;
    private static final int SECONDS = 2;

    /// @param compared the place of the page that it is divided by
    private record Measured(String name, String address, Map<String, String> headers, int compared) {}

    @Test
    void start_pages_against_bare_pages() throws IOException, InterruptedException {
        LocalDate today = Time.dateOf(TestPortal.NOW);
        try (DemoSite site = DemoSite.open();
                BarePage bareMentor = BarePage.mentor(site.database(), "DEMO-mentor", today);
                BarePage bareCompany = BarePage.company(site.database(), "0990000113", today);
                BarePage trivial = BarePage.trivial(site.database(), "DEMO-mentor", 8_900)) {
            List<Measured> all = List.of(
                    new Measured("bare page for /mentor ", bareMentor.address(), Map.of(), 0),
                    new Measured("/mentor               ", site.address() + "/mentor", cookie(site, Role.MENTOR), 0),
                    new Measured("bare page for /company", bareCompany.address(), Map.of(), 2),
                    new Measured("/company              ", site.address() + "/company", cookie(site, Role.COMPANY), 2),
                    new Measured("trivial bare page     ", trivial.address(), Map.of(), 4));
            alike(all.get(0), all.get(1));
            alike(all.get(2), all.get(3));
            round("warm-up", all);
            round("measured", all);
            System.out.printf("Heap: %,d MB at most.%n", Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /// In turns of a second or two, so that what else the machine does falls on all alike.
    private static void round(String round, List<Measured> all) {
        Map<Measured, List<Load.Outcome>> outcomes = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Measured page : all) {
                outcomes.computeIfAbsent(page, _ -> new ArrayList<>())
                        .add(Load.on(page.address(), page.headers(), SECONDS));
            }
        }
        outcomes.forEach((page, own) -> print(round + ": " + page.name(), own, outcomes.get(all.get(page.compared()))));
    }

    /// Two pages whose lengths differ by more than a tenth are not comparable.
    private static void alike(Measured bare, Measured page) throws IOException, InterruptedException {
        int bareLength = length(bare);
        int length = length(page);
        System.out.printf(
                "%s: %,d bytes, %s: %,d bytes%n",
                bare.name(), bareLength, page.name().strip(), length);
        assertThat((double) bareLength / length).isBetween(0.9, 1.1);
    }

    private static void print(String name, List<Load.Outcome> outcomes, List<Load.Outcome> limit) {
        assertThat(outcomes).allMatch(outcome -> outcome.failed() == 0);
        System.out.printf(
                "%s %,7.0f requests/s = %.2f of its bare page; turns' median p50 %.1f ms, p99 %.1f ms%n",
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

    private static Map<String, String> cookie(DemoSite site, Role role) {
        String person = "DEMO-" + role.name().toLowerCase(Locale.ROOT);
        return Map.of("cookie", "session=" + TestSessions.begin(site.database(), person, role, ""));
    }

    private static int length(Measured page) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address()));
            page.headers().forEach(request::header);
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body().length();
        }
    }
}
