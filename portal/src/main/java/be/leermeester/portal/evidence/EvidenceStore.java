package be.leermeester.portal.evidence;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The files of evidence, looked into beside the threads that tell stories. Blocks a virtual thread.
public record EvidenceStore(Vertx vertx, FileStore files) {

    /// @param refused the key of a sentence, null where the file was kept
    record Taken(
            @Nullable EvidenceFile file,
            @Nullable String hash,
            @Nullable String refused) {}

    /// Looks into what was sent and keeps it where it can be evidence.
    Taken take(FileUpload upload) {
        Path path = Path.of(upload.uploadedFileName());
        String name = upload.fileName() == null ? "" : upload.fileName();
        return Objects.requireNonNull(vertx.executeBlocking(() -> {
                    try {
                        EvidenceFile file = EvidenceFile.of(path, name);
                        return new Taken(file, files.keep(path), null);
                    } catch (EvidenceFile.Refused refused) {
                        return new Taken(null, null, refused.key());
                    } catch (IOException unreadable) {
                        return new Taken(null, null, "evidence.file.broken");
                    }
                })
                .await());
    }

    /// Throws [Problem.NotFound] where there is no file or it cannot be drawn.
    Buffer picture(@Nullable String hash, @Nullable String mediaType) {
        EvidenceFile.Type type = Arrays.stream(EvidenceFile.Type.values())
                .filter(each -> each.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        if (hash == null) {
            throw new Problem.NotFound();
        }
        Buffer picture = Objects.requireNonNull(vertx.executeBlocking(() -> Picture.of(files.locate(hash), type))
                .await());
        if (picture.length() == 0) {
            throw new Problem.NotFound();
        }
        return picture;
    }
}
