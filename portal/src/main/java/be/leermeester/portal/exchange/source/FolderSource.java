package be.leermeester.portal.exchange.source;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder; a path that leads out of it, also by a symbolic link, is not there.
final class FolderSource implements Source {

    private final Path folder;

    private FolderSource(Path folder) {
        this.folder = folder;
    }

    static FolderSource of(Path folder) throws IOException {
        return new FolderSource(folder.toRealPath());
    }

    @Override
    public List<String> topFiles() {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean has(String path) {
        return inside(path) != null;
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path file = inside(path);
        if (file == null) {
            throw new FileNotFoundException(path);
        }
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public void close() {}

    private @Nullable Path inside(String path) {
        try {
            Path file = folder.resolve(path);
            if (!file.startsWith(folder) || path.contains("\\") || !Files.isRegularFile(file)) {
                return null;
            }
            Path real = file.toRealPath();
            return real.startsWith(folder) ? real : null;
        } catch (InvalidPathException | IOException notThere) {
            return null;
        }
    }
}
