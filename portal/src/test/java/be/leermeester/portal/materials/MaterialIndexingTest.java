package be.leermeester.portal.materials;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Subscriber;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.search.SearchFeature;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialIndexingTest {

    private final TestBackground background = new TestBackground();

    @TempDir
    Path folder;

    private FileStore files;
    private SearchFeature search;

    @BeforeEach
    void create() {
        files = new FolderFileStore(folder.resolve("files"));
        search = feature();
    }

    @AfterEach
    void close() throws TimeoutException {
        done(search.close());
        background.close();
    }

    private SearchFeature feature() {
        return new SearchFeature(background.vertx(), background.db(), files, folder.resolve("index"));
    }

    @Test
    void the_text_of_files_is_kept_and_what_cannot_be_read_says_why() throws IOException, TimeoutException {
        material("good", "stappen.md", "# Stappen\n\nEerst dit.");
        material("bad", "kapot.pdf", "%PDF-1.4 niets");

        done(search.start());

        assertThat(background.rows("SELECT text FROM search.passage")).containsExactly("Stappen\nEerst dit.");
        assertThat(background.rows(
                        "SELECT id || ' ' || extraction_error FROM search.material WHERE extraction_error <> ''"))
                .containsExactly("bad BROKEN");
        assertThat(search.ready().succeeded()).isTrue();
    }

    @Test
    void a_change_is_taken_up_when_it_is_heard_of() throws IOException, TimeoutException {
        done(search.start());
        material("later", "later.txt", "Later geschreven.");
        Subscriber subscriber = search.subscribers().getFirst();

        done(subscriber.deliver(new UUID(0, 1), "MaterialChanged", "material:later", new JsonObject()));
        done(search.reindex());

        assertThat(background.rows("SELECT text FROM search.passage")).containsExactly("Later geschreven.");
    }

    @Test
    void another_file_replaces_the_text() throws IOException, TimeoutException {
        material("one", "een.txt", "Eerste versie.");
        done(search.start());
        String hash = kept("twee.txt", "Tweede versie.");
        background.sql("UPDATE search.material SET file_hash = '" + hash + "', changed_at = now() WHERE id = 'one'");

        done(search.subscribers()
                .getFirst()
                .deliver(new UUID(0, 1), "MaterialChanged", "material:one", new JsonObject()));
        done(search.reindex());

        assertThat(background.rows("SELECT text FROM search.passage")).containsExactly("Tweede versie.");
    }

    @Test
    void two_servers_do_not_share_a_folder() throws TimeoutException {
        done(search.start());
        SearchFeature second = feature();

        Future<Void> start = second.start();

        assertThat(start.transform(
                                result -> Future.succeededFuture(result.cause().toString()))
                        .await(30, TimeUnit.SECONDS))
                .contains("in use by a running portal");
        done(second.close());
    }

    @Test
    void an_index_that_is_gone_is_made_again() throws IOException, TimeoutException {
        material("good", "stappen.md", "Eerst dit.");
        done(search.start());
        done(search.close());
        try (Stream<Path> index = Files.walk(folder.resolve("index"))) {
            for (Path file : index.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        search = feature();

        done(search.start());

        assertThat(search.ready().succeeded()).isTrue();
    }

    private void material(String id, String name, String text) throws IOException {
        String hash = kept(name, text);
        background.sql("""
                INSERT INTO search.material (id, title, language, kind, visibility, changed_at, file_hash, file_name)
                VALUES ('%s', 'Titel', 'nl', 'DOCUMENT', 'PUBLIC', now(), '%s', '%s')
                """.formatted(id, hash, name));
    }

    private String kept(String name, String text) throws IOException {
        String hash = files.keep(Files.writeString(folder.resolve(name), text));
        background.sql(
                "INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ('%s', 1, 'text/plain', now())"
                        .formatted(hash));
        return hash;
    }

    private static void done(Future<Void> work) throws TimeoutException {
        work.await(60, TimeUnit.SECONDS);
    }
}
