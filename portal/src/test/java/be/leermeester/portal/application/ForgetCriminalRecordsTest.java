package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCriminalRecordsTest {

    private final TestBackground background = SmallWorld.in(new TestBackground());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName("P2: with the decision the criminal record is deleted, the file too; when it was seen stays")
    void it_is_gone_with_the_decision() throws IOException {
        FolderFileStore store = new FolderFileStore(folder.resolve("files"));
        Path file = Files.writeString(folder.resolve("extract"), "%PDF-1.7 blanco");
        String hash = store.keep(file);
        background.sql("""
                INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at)
                VALUES ('%1$s', 15, 'application/pdf', '2026-11-20Z');
                INSERT INTO portal.application_document (id, application_id, person_id, kind, name, file_hash, uploaded_at,
                  uploaded_by, seen_at, seen_by) VALUES
                  ('first', 'A2', 'M1', 'CRIMINAL_RECORD', 'a.pdf', '%1$s', '2026-11-20Z', 'bakery', '2026-11-21Z', 'food'),
                  ('second', 'A3', 'M1', 'CRIMINAL_RECORD', 'a.pdf', '%1$s', '2026-11-20Z', 'bakery', NULL, NULL);
                """.formatted(hash));
        ForgetCriminalRecords forget =
                new ForgetCriminalRecords(background.db(), new KeptFiles(store, background.time()), background.time());
        assertThat(forget.wants("RecognitionApproved")).isTrue();
        assertThat(forget.wants("ApplicationIncomplete")).isFalse();

        decided(forget, "A2");
        assertThat(background.rows(
                        "SELECT id || ' ' || coalesce(file_hash, 'gone') || ' ' || coalesce(seen_by, 'nobody')"
                                + " FROM portal.application_document ORDER BY id"))
                .containsExactly("first gone food", "second " + hash + " nobody");
        assertThat(store.locate(hash)).as("A3 still needs it").exists();

        decided(forget, "A3");
        decided(forget, "A3");
        assertThat(folder.resolve("files").resolve(hash.substring(0, 2)).resolve(hash))
                .doesNotExist();
        assertThat(background.rows("SELECT count(*)::text FROM kernel.file")).containsExactly("0");
    }

    private void decided(ForgetCriminalRecords forget, String dossier) {
        background.tell(() -> forget.deliver(
                        UUID.randomUUID(),
                        "RecognitionApproved",
                        "dossier:" + dossier,
                        new JsonObject().put("dossier", dossier))
                .await());
    }
}
