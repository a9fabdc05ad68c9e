package be.leermeester.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The index of one server, in a folder that only it writes to. Everything here blocks. The database is the truth: an
/// index that is missing, broken or made by other rules starts empty and is filled again.
///
/// Below the folder each generation has its own, numbered; a rebuild fills the next one beside the running one and then
/// takes its place, while searches go on.
final class MaterialIndex implements AutoCloseable {

    /// Something to look up in one state of the index.
    interface Question<T> {
        T ask(MaterialSearcher searcher) throws IOException;
    }

    /// Puts materials into an index.
    interface Writing {
        void put(Material material, List<Passage> passages);

        void remove(String materialId);
    }

    /// The layout of the fields and the analysis.
    static final String VERSION = "1/" + Languages.VERSION;

    /// Lucene says at every start that it could compare vectors faster; we have none. Held, or the setting is lost.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
        IndexSearcher.setMaxClauseCount(16_384);
    }

    /// Held as long as the index is open, so that no other process clears away what this one uses.
    private record Hold(Directory folder, Lock lock) {

        static Hold on(Path folder) throws IOException {
            Directory directory = FSDirectory.open(folder);
            try {
                return new Hold(directory, directory.obtainLock("portal.lock"));
            } catch (IOException held) {
                directory.close();
                throw held;
            }
        }

        void release() throws IOException {
            lock.close();
            folder.close();
        }
    }

    private final Path folder;
    private final Hold hold;
    private final Languages languages;
    private volatile Generation current;

    private MaterialIndex(Path folder, Hold hold, Languages languages, Generation current) {
        this.folder = folder;
        this.hold = hold;
        this.languages = languages;
        this.current = current;
    }

    /// Opens the newest sound generation, or an empty one; throws where another process holds the folder.
    static MaterialIndex open(Path folder, Languages languages) {
        try {
            Files.createDirectories(folder);
            Hold hold = Hold.on(folder);
            try {
                return new MaterialIndex(folder, hold, languages, newest(folder, languages));
            } catch (IOException | RuntimeException failure) {
                hold.release();
                throw failure;
            }
        } catch (LockObtainFailedException held) {
            throw new IllegalStateException("The index in " + folder + " is in use by a running portal", held);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Generation newest(Path folder, Languages languages) throws IOException {
        List<Path> generations = generations(folder);
        Path sound = generations.stream()
                .filter(generation -> Generation.isSound(generation, VERSION))
                .findFirst()
                .orElse(next(generations, folder));
        Generation current = Generation.open(sound, languages);
        generations.stream().filter(other -> !other.equals(sound)).forEach(MaterialIndex::delete);
        return current;
    }

    Languages languages() {
        return languages;
    }

    /// Searches the state of the index as it is now, whatever is written meanwhile.
    <T> T search(Question<T> question) {
        for (int attempt = 0; ; attempt++) {
            Generation generation = current;
            try {
                IndexSearcher searcher = generation.searchers().acquire();
                try {
                    return question.ask((MaterialSearcher) searcher);
                } finally {
                    generation.searchers().release(searcher);
                }
            } catch (AlreadyClosedException swapped) {
                if (attempt == 3 || generation == current) {
                    throw swapped;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// Writes, and then shows and keeps all of it at once. A failure leaves what was put so far unshown.
    synchronized void write(Consumer<Writing> changes) {
        changes.accept(writing(current));
        current.commit(VERSION);
        current.refresh();
    }

    /// Fills a new index and puts it in the place of this one; searches go on in the old one until then.
    synchronized void rebuild(Consumer<Writing> all) {
        try {
            Generation fresh = Generation.open(next(generations(folder), folder), languages);
            try {
                all.accept(writing(fresh));
                fresh.commit(VERSION);
                fresh.refresh();
            } catch (RuntimeException failure) {
                fresh.close();
                delete(fresh.folder());
                throw failure;
            }
            Generation old = current;
            current = fresh;
            old.close();
            delete(old.folder());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        try {
            current.close();
            hold.release();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Writing writing(Generation generation) {
        return new Writing() {
            @Override
            public void put(Material material, List<Passage> passages) {
                generation.put(material, passages);
            }

            @Override
            public void remove(String materialId) {
                generation.remove(materialId);
            }
        };
    }

    /// The numbered folders, newest first.
    private static List<Path> generations(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(MaterialIndex::number).reversed())
                    .toList();
        }
    }

    private static Path next(List<Path> generations, Path folder) {
        return folder.resolve(generations.isEmpty() ? "1" : String.valueOf(number(generations.getFirst()) + 1));
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString());
    }

    private static void delete(Path generation) {
        try (Stream<Path> files = Files.walk(generation)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
