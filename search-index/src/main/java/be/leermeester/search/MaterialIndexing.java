package be.leermeester.search;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Subscriber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings text and index of this server up to what the database says: when it starts, when a material changes, and
/// every few seconds in case that was heard by another server only. Everything happens in order on one thread of its
/// own; doing it again does nothing.
final class MaterialIndexing implements Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(MaterialIndexing.class);
    private static final Set<String> EVENTS = Set.of("MaterialChanged", "ImportFinished");
    private static final long POLL_MILLIS = 2_000;
    private static final int BATCH = 100;

    private final Vertx vertx;
    private final Db db;
    private final FileStore files;
    private final Path folder;
    private final ExtractText extract = new ExtractText(ExtractText.Limits.USUAL);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("materials").factory());
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile @Nullable MaterialIndex index;
    private volatile @Nullable FindMaterials find;
    private volatile boolean ready;
    private String fingerprint = "";
    private long timer;

    MaterialIndexing(Vertx vertx, Db db, FileStore files, Path folder) {
        this.vertx = vertx;
        this.db = db;
        this.files = files;
        this.folder = folder;
    }

    @Override
    public String name() {
        return SearchFeature.SUBSCRIBER;
    }

    @Override
    public boolean wants(String type) {
        return EVENTS.contains(type);
    }

    /// Only calls: what there is to do stands in the rows, and is found there however this ends.
    @Override
    public Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload) {
        call();
        return Future.succeededFuture();
    }

    /// Opens the index and fills it; the future completes when searches find everything.
    Future<Void> start() {
        Future<Void> started = inBackground(() -> {
            Languages languages = new Languages(new DutchTerms(DutchWords.load()));
            MaterialIndex opened = MaterialIndex.open(folder, languages);
            index = opened;
            find = new FindMaterials(opened, Synonyms.load(languages.dutch()));
            catchUp();
        });
        timer = vertx.setPeriodic(POLL_MILLIS, _ -> call());
        return started;
    }

    /// Succeeds once everything in the database has been findable.
    Future<Void> ready() {
        return ready ? Future.succeededFuture() : Future.failedFuture("The index is being brought up to date");
    }

    /// Throws [Problem.Unavailable] in the first moments of a server.
    FindMaterials find() {
        FindMaterials found = find;
        if (found == null) {
            throw new Problem.Unavailable("materials.starting");
        }
        return found;
    }

    /// Builds the whole index anew beside the running one.
    Future<Void> rebuild() {
        return inBackground(() -> {
            Set<String> all = got(MaterialQueries.stamps(db.reads())).keySet();
            opened().rebuild(writing -> put(List.copyOf(all), writing));
        });
    }

    Future<Void> close() {
        vertx.cancelTimer(timer);
        Future<Void> closed = inBackground(() -> {
            MaterialIndex opened = index;
            if (opened != null) {
                opened.close();
            }
        });
        thread.shutdown();
        return closed;
    }

    private void call() {
        if (!thread.isShutdown() && called.compareAndSet(false, true)) {
            inBackground(() -> {
                        called.set(false);
                        catchUp();
                    })
                    .onFailure(failure -> LOG.warn("Materials wait to be indexed: {}", failure.toString()));
        }
    }

    private void catchUp() {
        String now = got(MaterialQueries.fingerprint(db.reads()));
        if (!now.equals(fingerprint) || !ready) {
            extractPending();
            bringUpToDate();
            fingerprint = got(MaterialQueries.fingerprint(db.reads()));
            ready = true;
        }
    }

    private void extractPending() {
        List<MaterialQueries.Pending> pending = got(MaterialQueries.pending(db.reads()));
        while (!pending.isEmpty()) {
            for (MaterialQueries.Pending file : pending) {
                Extraction extraction = extracted(file);
                got(db.inTransaction(connection -> MaterialQueries.keep(connection, file, extraction)));
            }
            pending = got(MaterialQueries.pending(db.reads()));
        }
    }

    private Extraction extracted(MaterialQueries.Pending file) {
        try {
            return extract.from(files.locate(file.hash()), file.name());
        } catch (Problem.NotFound lost) {
            LOG.warn("The file of material {} is not in the store", file.materialId());
            return new Extraction(List.of(), Extraction.Problem.BROKEN);
        }
    }

    private void bringUpToDate() {
        Map<String, String> wanted = got(MaterialQueries.stamps(db.reads()));
        Map<String, String> there =
                opened().search(searcher -> searcher.columns().stamps());
        Set<String> gone = new HashSet<>(there.keySet());
        gone.removeAll(wanted.keySet());
        List<String> stale = wanted.keySet().stream()
                .filter(id -> !Objects.equals(wanted.get(id), there.get(id)))
                .sorted()
                .toList();
        if (!gone.isEmpty() || !stale.isEmpty()) {
            opened().write(writing -> {
                gone.forEach(writing::remove);
                put(stale, writing);
            });
            LOG.info("Materials indexed: {} new or changed, {} gone", stale.size(), gone.size());
        }
    }

    private void put(List<String> ids, MaterialIndex.Writing writing) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = new ArrayList<>(ids.subList(from, Math.min(from + BATCH, ids.size())));
            Map<String, List<Passage>> passages = got(MaterialQueries.passages(db.reads(), batch));
            for (Material material : got(MaterialQueries.byIds(db.reads(), batch))) {
                writing.put(material, passages.getOrDefault(material.id(), List.of()));
            }
        }
    }

    private MaterialIndex opened() {
        return Objects.requireNonNull(index, "the index is not open");
    }

    private Future<Void> inBackground(Runnable work) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(work, thread);
        return Future.fromCompletionStage(done, vertx.getOrCreateContext());
    }

    /// Waits on this thread, which is nobody else's.
    private static <T> T got(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
