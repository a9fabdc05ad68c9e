package be.leermeester.portal.exchange.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that are handed over. Paths are relative, with `/`, and never lead out of it.
public sealed interface Source extends AutoCloseable permits FolderSource, ZipSource {

    /// Opens a folder or a zip; [UnusableSource] says what is wrong with it.
    static Source of(Path path) throws UnusableSource, IOException {
        if (Files.isDirectory(path)) {
            return FolderSource.of(path);
        }
        if (Files.isRegularFile(path)) {
            return ZipSource.of(path);
        }
        throw new UnusableSource("import.failed.no-source", path);
    }

    /// The files in its top folder, in order of their names.
    List<String> topFiles();

    boolean has(String path);

    /// Throws [java.io.FileNotFoundException] where it is not there.
    InputStream open(String path) throws IOException;

    @Override
    void close() throws IOException;
}
