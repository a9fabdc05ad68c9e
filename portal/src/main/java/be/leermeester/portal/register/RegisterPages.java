package be.leermeester.portal.register;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.exchange.source.UnusableSource;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The administrator's sets of the enterprise register: hand one over, see what each changed.
public final class RegisterPages implements Feature {

    private static final String PATH = "/admin/register";
    private static final Access ADMIN = Access.roles(Role.ADMIN);
    private static final long MAX_UPLOAD = 512L << 20;
    private static final int SHOWN = 50;

    /// @param again the number of a set that had been taken in before; null where there is none
    record Model(
            List<RegisterQueries.Taken> extracts,
            List<Form.Error> errors,
            @Nullable String again) {}

    private final Db db;
    private final TakeRegister register;

    public RegisterPages(Db db, TakeRegister register) {
        this.db = db;
        this.register = register;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, ADMIN, visit -> show(visit, List.of()));
        routes.uploads(PATH, ADMIN, MAX_UPLOAD, this::take);
    }

    private Reply show(Visit visit, List<Form.Error> errors) {
        Model model = new Model(
                RegisterQueries.latest(db.reads(), SHOWN).await(),
                errors,
                visit.params().optional("again").orElse(null));
        return new Reply.View("register/show", model, errors.isEmpty() ? 200 : 422);
    }

    private Reply take(Visit visit) {
        FileUpload upload = visit.files().stream()
                .filter(file -> file.name().equals("source") && file.size() > 0)
                .findFirst()
                .orElse(null);
        if (upload == null) {
            return refused(visit, "register.problem.no-file");
        }
        try {
            TakeRegister.Result result = register.take(
                    Path.of(upload.uploadedFileName()), visit.identity().personId());
            return Reply.redirect(result.again() ? PATH + "?again=" + result.number() : PATH);
        } catch (UnusableSource unusable) {
            return refused(visit, unusable.key(), unusable.arguments().toArray());
        } catch (IOException unreadable) {
            return refused(visit, "register.problem.unreadable");
        }
    }

    private Reply refused(Visit visit, String key, Object... arguments) {
        return show(visit, List.of(new Form.Error("source", visit.say(key, arguments))));
    }
}
