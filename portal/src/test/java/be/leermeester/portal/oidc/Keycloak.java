package be.leermeester.portal.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real Keycloak on a free port of loopback with the realm of `keycloak/leermeester-realm.json` and nothing kept on
/// disk. The `keycloak` profile unpacks the distribution to `target/keycloak`.
public final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Answers once the realm is served. Blocks; takes up to a minute.
    public static Keycloak start() {
        try {
            Path home = home();
            importRealm(home.resolve("data").resolve("import"));
            int port = freePort();
            Keycloak keycloak = new Keycloak(launch(home, port), port);
            Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
            keycloak.awaitReady();
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/leermeester";
    }

    /// Stops the script and the server it started.
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!ended(Duration.ofSeconds(20))) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        all.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    private void awaitReady() {
        SmallBrowser browser = new SmallBrowser();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(browser)) {
            boolean over = ended(Duration.ofMillis(500)) || System.nanoTime() > until;
            if (over) {
                close();
                throw new AssertionError("Keycloak does not start; see " + LOG.toAbsolutePath());
            }
        }
    }

    private boolean isReady(SmallBrowser browser) {
        try {
            HttpResponse<String> answer = browser.get(issuer() + "/.well-known/openid-configuration");
            return answer.statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process launch(Path home, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--http-port=" + port,
                "--http-host=127.0.0.1",
                "--db=dev-mem",
                "--import-realm");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("JAVA", "JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        return builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    }

    private static void importRealm(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/leermeester-realm.json")) {
            if (realm == null) {
                throw new IllegalStateException("the realm is not among the test resources");
            }
            Files.copy(realm, folder.resolve("leermeester-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin").resolve("kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Keycloak in " + UNPACKED.toAbsolutePath()))
                    .toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
