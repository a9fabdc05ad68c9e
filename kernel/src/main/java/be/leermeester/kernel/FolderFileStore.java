package be.leermeester.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A [FileStore] in a folder: `ab/abcdef…`, written aside and moved into place.
public final class FolderFileStore implements FileStore {

    private final Path folder;

    public FolderFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String keep(Path file) {
        try {
            String hash = hashOf(file);
            Path target = pathOf(hash);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Path aside = Files.createTempFile(target.getParent(), "new", ".part");
                Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path locate(String hash) {
        if (!hash.matches("[0-9a-f]{64}") || !Files.isRegularFile(pathOf(hash))) {
            throw new Problem.NotFound();
        }
        return pathOf(hash);
    }

    @Override
    public void forget(String hash) {
        try {
            if (hash.matches("[0-9a-f]{64}")) {
                Files.deleteIfExists(pathOf(hash));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path pathOf(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hashOf(Path file) throws IOException {
        try (var stream = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
