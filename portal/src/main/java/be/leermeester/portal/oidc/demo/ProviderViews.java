package be.leermeester.portal.oidc.demo;

import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The provider's few pages. They stand outside the portal's frame: a real provider looks different too.
record ProviderViews(Templates templates, String style) {

    /// What `choose` shows: the parameters go back with the form.
    record Choice(String language, Map<String, String> parameters, List<DemoPerson> people) {}

    /// A page that says one thing.
    record Notice(String language, String heading, String text) {}

    /// Blocks, briefly: reads messages and style from the class path.
    static ProviderViews load() {
        try (InputStream style = ProviderViews.class.getResourceAsStream("/demo/provider.css")) {
            if (style == null) {
                throw new IllegalStateException("provider.css is not on the class path");
            }
            return new ProviderViews(
                    new Templates(Messages.load(), Map.of()), new String(style.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String choose(AuthorizeRequest request, List<DemoPerson> people) {
        Choice choice = new Choice(request.language().getLanguage(), request.parameters(), people);
        return templates.render("demo-provider/choose", choice, Map.of(), request.language());
    }

    String signedOut(Locale language) {
        return notice(language, "demo-provider.out.heading", "demo-provider.out.text");
    }

    String unknownAddress(Locale language) {
        return notice(language, "demo-provider.unknown.heading", "demo-provider.unknown.text");
    }

    private String notice(Locale language, String heading, String text) {
        Notice notice = new Notice(language.getLanguage(), heading, text);
        return templates.render("demo-provider/notice", notice, Map.of(), language);
    }
}
