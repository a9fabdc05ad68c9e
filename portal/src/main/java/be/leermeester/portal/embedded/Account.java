package be.leermeester.portal.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who PostgreSQL runs as when this JVM is root, which PostgreSQL refuses to be.
record Account(int uid, int gid) {

    private static final List<String> CANDIDATES = List.of("nobody", "postgres", "daemon");
    private static final int GROUP = 0070;
    private static final int GROUP_ENTERS = 0010;
    private static final int OTHERS_ENTER = 0001;
    private static final int OWNER_ENTERS = 0100;

    /// Null for an ordinary user, who runs PostgreSQL as itself. An existing cluster keeps its owner, so that a
    /// folder made by an ordinary user and once started by root still works for that user.
    static @Nullable Account forCluster(Path cluster) throws IOException, EmbeddedPostgresException {
        if (!isRoot()) {
            return null;
        }
        if (Files.exists(cluster) && number(cluster, "uid") != 0) {
            return new Account(number(cluster, "uid"), number(cluster, "gid"));
        }
        List<String> known = Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1);
        for (String name : CANDIDATES) {
            Optional<String[]> line = known.stream()
                    .map(l -> l.split(":", -1))
                    .filter(f -> f[0].equals(name))
                    .findFirst();
            if (line.isPresent()) {
                return new Account(Integer.parseInt(line.get()[2]), Integer.parseInt(line.get()[3]));
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL refuses to run as root and none of the accounts " + CANDIDATES
                + " exists; start as an ordinary user.");
    }

    static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? number(self, "uid") == 0 : "root".equals(System.getProperty("user.name"));
    }

    /// Gives a file or folder, not what is in it.
    void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    /// Lets this account pass through a folder of ours, unless others' rights would change by it.
    void letPass(Path folder) throws IOException {
        int mode = number(folder, "mode");
        if (!passes(folder) && (mode & GROUP) == 0) {
            Files.setAttribute(folder, "unix:gid", gid);
            Files.setAttribute(folder, "unix:mode", (mode & 07777) | GROUP_ENTERS);
        }
    }

    /// Whether this account gets as far as the folder, from the root down.
    boolean reaches(Path folder) throws IOException {
        for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
            if (!passes(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(Path folder) throws IOException {
        int mode = number(folder, "mode");
        if (number(folder, "uid") == uid) {
            return (mode & OWNER_ENTERS) != 0;
        }
        return (mode & (number(folder, "gid") == gid ? GROUP_ENTERS : OTHERS_ENTER)) != 0;
    }

    static int number(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + attribute);
    }
}
