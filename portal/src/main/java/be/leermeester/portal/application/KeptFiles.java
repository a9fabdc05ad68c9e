package be.leermeester.portal.application;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Time;
import io.vertx.ext.web.FileUpload;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files that people hand in: kept while something needs them, and really gone after that. On a virtual thread.
final class KeptFiles {

    /// Of one file, in bytes (C1).
    static final long MOST = 10L * 1024 * 1024;
    /// Of a whole form: a little more, so that a file just too large is told beside its field.
    static final long MOST_SENT = 2 * MOST;

    private final FileStore files;
    private final Time time;

    KeptFiles(FileStore files, Time time) {
        this.files = files;
        this.time = time;
    }

    /// The file that was sent under this name; null where none was.
    static @Nullable FileUpload sent(List<FileUpload> uploads, String field) {
        return uploads.stream()
                .filter(upload -> upload.name().equals(field))
                .filter(upload -> upload.size() > 0 || !upload.fileName().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /// What its content says it is; null where it is none of those that are taken.
    static @Nullable FileType typeOf(FileUpload upload) {
        try (InputStream content = Files.newInputStream(Path.of(upload.uploadedFileName()))) {
            return FileType.of(content.readNBytes(FileType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Keeps it, in the transaction of what will need it, and answers its hash.
    String keep(SqlConnection connection, FileUpload upload, FileType type) {
        Path sent = Path.of(upload.uploadedFileName());
        String hash = files.keep(sent);
        FileQueries.claim(connection, hash);
        // Kept again under the claim: whoever forgot it in between did so for others.
        files.keep(sent);
        FileQueries.insert(connection, hash, upload.size(), type.mediaType(), time.now());
        return hash;
    }

    /// Once nothing needs them any more: the last thing of the transaction that makes it so. What something else still
    /// needs stays.
    void forget(SqlConnection connection, List<String> hashes) {
        hashes.stream().distinct().forEach(hash -> {
            FileQueries.claim(connection, hash);
            if (FileQueries.delete(connection, hash)) {
                files.forget(hash);
            }
        });
    }

    Path locate(String hash) {
        return files.locate(hash);
    }
}
