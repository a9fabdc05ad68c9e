package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The published data set beside the repository: tests that need it are skipped where it is absent, and fail where the
/// build is the one that has to have it.
public final class SharedData {

    private SharedData() {}

    public static Path flanders() {
        Path zip = folder().resolve("data").resolve("flanders-2021.zip");
        if (Files.isRegularFile(zip)) {
            return zip;
        }
        String message = "The data set " + zip.toAbsolutePath() + " is absent; name its folder in LEERMEESTER_SHARED";
        if ("true".equals(System.getenv("CI"))) {
            return fail(message);
        }
        return abort(message);
    }

    private static Path folder() {
        return Optional.ofNullable(System.getProperty("leermeester.shared"))
                .or(() -> Optional.ofNullable(System.getenv("LEERMEESTER_SHARED")))
                .map(Path::of)
                .orElseGet(() -> repository().resolveSibling("shared"));
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here;
    }
}
