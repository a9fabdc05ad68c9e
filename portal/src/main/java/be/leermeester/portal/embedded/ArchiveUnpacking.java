package be.leermeester.portal.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks a `.txz` so that anyone may run what is in it (as root it is another user who does), whatever the umask.
final class ArchiveUnpacking implements AutoCloseable {

    private static final Set<PosixFilePermission> RUN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("rw-r--r--");
    private static final int ANYONE_RUNS = 0111;

    private final Path target;
    private final boolean durable;
    /// A thousand small files reach the disk while the processor is still busy with the next ones.
    private final ExecutorService disk = Executors.newFixedThreadPool(8);

    private final List<Future<?>> written = new ArrayList<>();

    ArchiveUnpacking(Path target, boolean durable) {
        this.target = target;
        this.durable = durable;
    }

    void unpack(InputStream archive) throws IOException {
        Files.setPosixFilePermissions(target, RUN);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                // Libraries to compile against are not needed to run.
                if (!entry.isDirectory() && !entry.getName().endsWith(".a")) {
                    unpack(entry, tar, target.resolve(entry.getName()).normalize());
                }
            }
        }
        awaitWritten();
    }

    private void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null || !file.startsWith(target)) {
            throw new IOException("the archive has a file outside itself: " + entry.getName());
        }
        makeFolder(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, (entry.getMode() & ANYONE_RUNS) != 0 ? RUN : READ);
        if (durable) {
            written.add(disk.submit(() -> {
                FileTrees.sync(file);
                return file;
            }));
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, RUN);
    }

    private void awaitWritten() throws IOException {
        try {
            for (Future<?> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        disk.shutdownNow();
    }
}
