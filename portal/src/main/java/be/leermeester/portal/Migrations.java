package be.leermeester.portal;

import org.flywaydb.core.Flyway;

/// Brings a database to the schema of this version; several servers may do it at once, one of them does.
public final class Migrations {

    private Migrations() {}

    /// Blocks until done.
    public static void run(String jdbcUrl) {
        Flyway.configure()
                .dataSource(jdbcUrl, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
