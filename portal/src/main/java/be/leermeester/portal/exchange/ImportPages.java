package be.leermeester.portal.exchange;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The administrator's imports: hand over a zip, see it progress on whichever server, read what was not taken.
public final class ImportPages implements Feature {

    private static final Logger log = LoggerFactory.getLogger(ImportPages.class);
    private static final long MAX_UPLOAD = 512L << 20;
    private static final Access ADMIN = Access.roles(Role.ADMIN);

    private final Db db;
    private final RunImport runImport;

    public ImportPages(Db db, RunImport runImport) {
        this.db = db;
        this.runImport = runImport;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/admin/imports", ADMIN, this::list);
        routes.uploads("/admin/imports", ADMIN, MAX_UPLOAD, this::start);
        routes.reads("/admin/imports/:id", ADMIN, this::show);
        routes.reads("/admin/imports/:id/rejects.csv", ADMIN, this::rejects);
    }

    private Future<Reply> list(Visit visit) {
        return ImportQueries.latest(db.reads(), visit.time().now())
                .map(runs -> Reply.view(
                        "import/list", new ImportViews.Overview(runs, Map.of(), List.of(), MAX_UPLOAD >> 20)));
    }

    private Future<Reply> show(Visit visit) {
        return ImportQueries.one(
                        db.reads(), visit.params().id("id"), visit.time().now())
                .map(run -> Reply.view("import/show", ImportViews.detail(run, visit)));
    }

    private Future<Reply> rejects(Visit visit) {
        return ImportQueries.rejects(db.reads(), visit.params().id("id"))
                .map(csv -> new Reply.Download("rejects.csv", "text/csv; charset=utf-8", Buffer.buffer(csv)));
    }

    private Reply start(Visit visit) {
        Form form = visit.form();
        boolean dryRun = form.ticked("dryRun");
        LocalDate asOf = form.date("asOf").orElse(null);
        FileUpload upload = visit.files().stream()
                .filter(file -> file.name().equals("source") && file.size() > 0)
                .findFirst()
                .orElse(null);
        if (upload == null) {
            form.refuse("source", "import.form.no-file");
        }
        if (upload == null || !form.valid()) {
            List<ImportQueries.Run> runs =
                    ImportQueries.latest(db.reads(), visit.time().now()).await();
            return new Reply.View(
                    "import/list", new ImportViews.Overview(runs, form.values(), form.errors(), MAX_UPLOAD >> 20), 422);
        }
        RunImport.Options options =
                runImport.options(nameOf(upload), dryRun, asOf, visit.identity().personId());
        Path zip = kept(upload);
        runImport.announce(options);
        Thread.ofVirtual().name("import-" + options.runId()).start(() -> run(zip, options));
        return Reply.redirect("/admin/imports/" + options.runId());
    }

    private void run(Path zip, RunImport.Options options) {
        try {
            runImport.run(zip, options, (_, _, _, _) -> {});
        } catch (ImportFailed told) {
            // The run's own page says why.
            log.debug("Import {} failed", options.runId(), told);
        } catch (RuntimeException fault) {
            log.error("Import {} failed", options.runId(), fault);
        } finally {
            delete(zip);
        }
    }

    private static String nameOf(FileUpload upload) {
        String name = upload.fileName().replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    // The upload goes when the request ends; the import goes on.
    private static Path kept(FileUpload upload) {
        try {
            Path zip = Files.createTempFile("leermeester-import-", ".zip");
            return Files.move(Path.of(upload.uploadedFileName()), zip, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path zip) {
        try {
            Files.deleteIfExists(zip);
        } catch (IOException failure) {
            log.warn("{} is left behind", zip, failure);
        }
    }
}
