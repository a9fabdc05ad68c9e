package be.leermeester.portal.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A JVM of its own that starts PostgreSQL and waits to be killed.
final class PostgresProcess {

    private PostgresProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.Options.durable("leermeester"));
        System.out.println("STARTED " + postgres.pid() + " " + postgres.jdbcUrl("leermeester"));
        new CountDownLatch(1).await();
    }
}
