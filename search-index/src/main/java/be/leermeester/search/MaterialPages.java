package be.leermeester.search;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One material: what is known of it, its text with the words looked for marked, and its file.
final class MaterialPages implements Feature {

    /// @param heading "Bladzijde 3", null where there are no pages
    /// @param html the text, safe
    record PassageView(String anchor, @Nullable String heading, String html) {}

    record FactView(String label, String text) {}

    /// @param problem why there is no text, or not all of it
    /// @param fileSize in kB, null where there is no file
    record ShowView(
            String id,
            String typed,
            String title,
            String description,
            List<FactView> facts,
            @Nullable LocalDate overdueSince,
            @Nullable Long fileSize,
            @Nullable String fileName,
            @Nullable String url,
            @Nullable String problem,
            String language,
            List<PassageView> passages,
            int part,
            int parts,
            @Nullable String previous,
            @Nullable String next,
            String back) {

        public boolean several() {
            return parts > 1;
        }
    }

    private record Rows(
            Material material,
            int part,
            int count,
            List<Passage> passages,
            Optional<MaterialQueries.StoredFile> file) {}

    private static final int MOST_PARTS = 10_000;

    private final Vertx vertx;
    private final Db db;
    private final Searching searching;
    private final FileStore files;

    MaterialPages(Vertx vertx, Db db, Searching searching, FileStore files) {
        this.vertx = vertx;
        this.db = db;
        this.searching = searching;
        this.files = files;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/materials/:id", Access.anyone(), this::show);
        routes.reads("/materials/:id/file", Access.anyone(), this::download);
    }

    private Future<Reply> show(Visit visit) {
        String typed = visit.params().text("q");
        int part = visit.params().number("part", 1, 1, MOST_PARTS);
        return visible(visit)
                .compose(material -> rows(material, part))
                .compose(rows -> searching
                        .marked(typed, rows.material().language(), texts(rows.passages()))
                        .compose(marked -> view(visit, typed, rows, marked)))
                .map(view -> Reply.view("materials/show", view));
    }

    private Future<Reply> download(Visit visit) {
        return visible(visit).compose(material -> {
            String hash = material.fileHash();
            if (hash == null) {
                throw new Problem.NotFound();
            }
            return vertx.executeBlocking(() -> files.locate(hash).toString(), false)
                    .compose(path -> file(material)
                            .map(file -> new Reply.FileDownload(
                                    nameOf(material),
                                    file.map(MaterialQueries.StoredFile::mediaType)
                                            .orElse("application/octet-stream"),
                                    Objects.requireNonNull(path))));
        });
    }

    private Future<Material> visible(Visit visit) {
        return MaterialQueries.byId(db.reads(), visit.params().id("id"))
                .map(found -> found.filter(Viewer.of(visit.visitor())::sees).orElseThrow(Problem.NotFound::new));
    }

    private Future<Rows> rows(Material material, int part) {
        int from = (part - 1) * Asked.PASSAGES;
        Future<Integer> count = MaterialQueries.countPassages(db.reads(), material.id());
        Future<List<Passage>> passages = MaterialQueries.passages(db.reads(), material.id(), from, Asked.PASSAGES);
        Future<Optional<MaterialQueries.StoredFile>> file = file(material);
        return Future.all(count, passages, file)
                .map(_ -> new Rows(material, part, count.result(), passages.result(), file.result()));
    }

    private Future<Optional<MaterialQueries.StoredFile>> file(Material material) {
        return material.fileHash() == null
                ? Future.succeededFuture(Optional.empty())
                : MaterialQueries.file(db.reads(), material.fileHash());
    }

    private Future<ShowView> view(Visit visit, String typed, Rows rows, List<String> marked) {
        Material material = rows.material();
        List<String> partnerships =
                Optional.ofNullable(material.partnership()).stream().toList();
        return Labels.of(visit, db.reads(), material.programmes(), partnerships)
                .map(labels -> view(visit, typed, rows, marked, labels));
    }

    private static ShowView view(Visit visit, String typed, Rows rows, List<String> marked, Labels labels) {
        Material material = rows.material();
        int parts = Math.max(1, Math.ceilDiv(rows.count(), Asked.PASSAGES));
        int part = rows.part();
        return new ShowView(
                material.id(),
                typed,
                material.title(),
                material.description(),
                facts(visit, material, labels),
                material.isOverdue(visit.time().today()) ? material.reviewBy() : null,
                rows.file().map(file -> Math.max(1, file.size() / 1024)).orElse(null),
                material.fileHash() == null ? null : nameOf(material),
                material.url() != null && material.url().matches("https?://.*") ? material.url() : null,
                material.extractionError() == null
                        ? null
                        : visit.say("materials.problem." + material.extractionError()),
                material.language(),
                passages(visit, rows, marked),
                part,
                parts,
                part > 1 ? turned(material.id(), typed, part - 1) : null,
                part < parts ? turned(material.id(), typed, part + 1) : null,
                Asked.address(Search.of(typed), 1));
    }

    private static String turned(String id, String typed, int part) {
        return Asked.address(id, typed, (part - 1) * Asked.PASSAGES, null).replaceFirst("#.*", "");
    }

    private static List<FactView> facts(Visit visit, Material material, Labels labels) {
        List<FactView> facts = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<String> values = facet.valuesOf(material).stream()
                    .map(value -> labels.of(facet, value))
                    .toList();
            fact(facts, visit, "materials.facet." + facet.parameter(), String.join(", ", values));
        }
        fact(facts, visit, "materials.keywords", String.join(", ", material.keywords()));
        fact(facts, visit, "materials.author", material.author());
        fact(facts, visit, "materials.version", material.version());
        fact(facts, visit, "materials.visibility", visit.say("term.visibility." + material.visibility()));
        return facts;
    }

    private static void fact(List<FactView> facts, Visit visit, String key, String text) {
        if (!text.isEmpty()) {
            facts.add(new FactView(visit.say(key), text));
        }
    }

    private static List<PassageView> passages(Visit visit, Rows rows, List<String> marked) {
        String name = nameOf(rows.material());
        String key = name.endsWith(".pptx") || name.endsWith(".odp") ? "materials.slide" : "materials.page";
        List<PassageView> views = new ArrayList<>();
        Integer last = null;
        for (int at = 0; at < marked.size(); at++) {
            Passage passage = rows.passages().get(at);
            Integer page = passage.page();
            boolean begins = page != null && !page.equals(last);
            views.add(new PassageView(
                    Asked.anchor(passage.position(), begins ? page : null),
                    page != null && begins ? visit.say(key, page) : null,
                    marked.get(at)));
            last = page;
        }
        return views;
    }

    private static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    private static String nameOf(Material material) {
        return material.fileName() == null ? material.id() : material.fileName();
    }
}
