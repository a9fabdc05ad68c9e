package be.leermeester.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.server.Posted.Field;
import be.leermeester.portal.server.Posted.Kind;
import be.leermeester.portal.testing.TestBrowser.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person hears of wrong input, and what the log hears.
final class Told {

    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\">[^<]{5,}</a></li>");

    private Told() {}

    /// A status of 4xx, and words that a person can read; what the summary links to is on the page.
    static void assertTold(Page page, String as) {
        assertThat(page.status()).as(as).isBetween(400, 499);
        assertThat(page.body()).as(as).doesNotContain("<script>alert").contains("<h1");
        if (page.status() == 422) {
            List<String> fields = LINK.matcher(page.body())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(fields)
                    .as(as)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(page.body()).as(as).contains("id=\"" + id + "\""));
            assertThat(page.body()).as(as).contains("govuk-error-message");
        } else if (page.status() == 409 && page.body().contains("<form method=\"post\"")) {
            // The form again with what happened meanwhile on top.
            assertThat(page.text()).as(as).hasSizeGreaterThan(60);
        } else {
            String main = page.body()
                    .substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
            assertThat(new Page(page.status(), main, page.response()).text())
                    .as(as)
                    .hasSizeBetween(60, 600);
        }
    }

    /// What was typed comes back, also in the fields that were in order.
    static void assertKept(Page page, Posted posted, Field wrong, @Nullable String value, String as) {
        for (Field field : posted.fields()) {
            if (field.kind() == Kind.WORDS || field.kind() == Kind.TYPED || field.kind() == Kind.DATE) {
                String kept = field.equals(wrong) ? readable(value) : field.valid();
                assertThat(page.typed()).as(as + " keeps " + field.name()).contains(kept);
            }
        }
    }

    private static String readable(@Nullable String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\r\n]]", "")
                        .strip();
    }

    static void assertHarmless(Page answer, Page shown, String as) {
        for (Page page : List.of(answer, shown)) {
            assertThat(page.status()).as(as).isLessThan(500);
            assertThat(page.body()).as(as).doesNotContain("<script>alert").doesNotContain("\u202E");
        }
    }

    static void assertFit(String line, List<String> secrets) {
        assertThat(line)
                .hasSizeLessThan(2_000)
                .doesNotContain(
                        NastyInput.NATIONAL_NUMBER, NastyInput.WRITTEN_NATIONAL_NUMBER, "\u0000", "\u001b", "\u202e")
                .doesNotContain("ERROR ", "has been blocked", "SELECT ", "INSERT ");
        secrets.forEach(secret -> assertThat(line).doesNotContain(secret));
    }
}
