package be.leermeester.kernel;

import java.nio.file.Path;

/// Files kept under the hash of their content: the same file twice is one file. All calls block; run them on a virtual
/// thread or through `executeBlocking`.
public interface FileStore {

    /// Takes a copy of the file and answers its SHA-256 in hex. Safe to repeat; a crash leaves no half file behind.
    String keep(Path file);

    /// Where the content can be read; throws [Problem.NotFound] where it is not kept.
    Path locate(String hash);

    /// Removes the content for good; the caller knows that nothing needs it. Safe to repeat.
    void forget(String hash);
}
