package be.leermeester.portal.application;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.PaperQueries.Given;
import be.leermeester.portal.application.Review.PaperLine;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The papers that the competent partnerships ask with an application (R5).
public final class PaperPages implements Feature {

    private static final int MOST = 30;

    private final Drafts drafts;
    private final Reviews reviews;

    PaperPages(Drafts drafts, Reviews reviews) {
        this.drafts = drafts;
        this.reviews = reviews;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/applications/:id/documents";
        routes.acts(
                HttpMethod.GET,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> page(visit, open, FormView.EMPTY)));
        routes.uploads(
                path,
                ApplicationPages.WRITERS,
                KeptFiles.MOST_SENT,
                visit -> drafts.step(visit, open -> save(visit, open)));
        routes.acts(
                HttpMethod.POST,
                path + "/remove",
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> remove(visit, open)));
    }

    /// @param asks whether any partnership asks anything
    record Page(Open open, List<PaperLine> papers, boolean asks, FormView form) {
        public String id() {
            return open.row().id();
        }

        public String company() {
            return open.row().company();
        }
    }

    private Reply page(Visit visit, Open open, FormView form) {
        Review review = reviews.of(open, visit.time().today());
        return new Reply.View(
                "application/documents", new Page(open, review.papers(), review.papersAsked(), form), form.status());
    }

    private Reply save(Visit visit, Open open) {
        Form form = visit.form();
        String kind = form.given("kind", 20);
        String mentor = form.given("mentor", 60);
        FileUpload upload = KeptFiles.sent(visit.files(), "file");
        List<PaperLine> papers = reviews.of(open, visit.time().today()).papers();
        boolean asked = papers.stream()
                .anyMatch(line -> line.kind().equals(kind) && line.mentor().equals(mentor));
        FileType type = checked(form, upload);
        if (!asked) {
            form.refuse("file", "application.paper.not-asked");
        } else if (papers.stream().mapToInt(line -> line.given().size()).sum() >= MOST) {
            form.refuse("file", "application.paper.too-many", MOST);
        }
        if (upload == null || type == null || !form.valid()) {
            return page(visit, open, FormView.of(form).having("at", asked ? kind + mentor : ""));
        }
        keep(visit, open, new Sent(upload, type, kind, mentor));
        return Reply.redirect(open.at("/documents"));
    }

    private record Sent(FileUpload upload, FileType type, String kind, String mentor) {}

    private void keep(Visit visit, Open open, Sent sent) {
        KeptFiles files = reviews.papers().files();
        drafts.db().transact(connection -> {
            String hash = files.keep(connection, sent.upload(), sent.type());
            Given given = new Given(
                    drafts.newKey(),
                    sent.mentor(),
                    sent.kind(),
                    sent.type().named(sent.upload().fileName()),
                    hash,
                    drafts.time().now(),
                    visit.identity().personId());
            PaperQueries.insert(connection, open.row().id(), given);
            return hash;
        });
    }

    /// What the file is; null where there is none that is taken, which the form then says at `file`.
    static @Nullable FileType checked(Form form, @Nullable FileUpload upload) {
        if (upload == null || upload.size() == 0) {
            form.refuse("file", "application.paper.none");
            return null;
        }
        if (upload.size() > KeptFiles.MOST) {
            form.refuse("file", "application.paper.too-large", KeptFiles.MOST >> 20);
            return null;
        }
        FileType type = KeptFiles.typeOf(upload);
        if (type == null) {
            form.refuse("file", "application.paper.type");
        }
        return type;
    }

    private Reply remove(Visit visit, Open open) {
        String id = visit.form().given("paper", 60);
        if (id.isEmpty()) {
            Form form = visit.form();
            form.refuse("file", "application.paper.gone");
            return page(visit, open, FormView.of(form));
        }
        reviews.papers().remove(open.row().id(), id);
        return Reply.redirect(open.at("/documents"));
    }
}
