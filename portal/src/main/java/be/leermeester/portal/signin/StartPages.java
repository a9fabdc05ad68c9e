package be.leermeester.portal.signin;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.server.Visits;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.List;

/// The front door: a signed-in person goes on to the start page of the active role, anybody else reads what this is.
/// And the few pages that everybody may read.
public final class StartPages implements Feature {

    /// A template without a model of its own.
    private record Nothing() {}

    private record Home(boolean unknown) {}

    private static final List<String> PLAIN_PAGES = List.of("toegankelijkheid", "privacy", "contact");

    @Override
    public void mount(Routes routes) {
        routes.reads("/", Access.anyone(), this::home);
        routes.reads("/language", Access.anyone(), this::language);
        for (String page : PLAIN_PAGES) {
            routes.reads(
                    "/" + page,
                    Access.anyone(),
                    _ -> Future.succeededFuture(Reply.view("info/" + page, new Nothing())));
        }
    }

    private Future<Reply> home(Visit visit) {
        Identity identity = visit.visitor().orElse(null);
        if (identity != null && identity.active() != null) {
            return Future.succeededFuture(Reply.redirect(SignInPages.startPage(identity.active())));
        }
        return Future.succeededFuture(Reply.view("info/home", new Home(identity != null)));
    }

    private Future<Reply> language(Visit visit) {
        String tag = Messages.language(visit.params().text("to")).getLanguage();
        visit.context()
                .response()
                .addCookie(Cookie.cookie(Visits.LANGUAGE_COOKIE, tag)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(365L * 24 * 3600));
        return Future.succeededFuture(
                Reply.redirect(SignInPages.local(visit.params().text("back"))));
    }
}
