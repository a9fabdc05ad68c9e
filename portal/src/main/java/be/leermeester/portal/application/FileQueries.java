package be.leermeester.portal.application;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/// The list of kept files. On a virtual thread, inside a transaction.
final class FileQueries {

    private FileQueries() {}

    /// Whoever keeps or forgets the same content waits, so that none is forgotten that another one just kept.
    static void claim(SqlConnection connection, String hash) {
        connection
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("file:" + hash))
                .await();
    }

    static void insert(SqlConnection connection, String hash, long size, String mediaType, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (hash) DO NOTHING
                        """)
                .execute(Tuple.of(hash, size, mediaType, DraftQueries.utc(now)))
                .await();
    }

    /// False where something still needs it.
    static boolean delete(SqlConnection connection, String hash) {
        return connection
                .preparedQuery("SELECT portal.forget_file($1)")
                .execute(Tuple.of(hash))
                .await()
                .iterator()
                .next()
                .getBoolean(0);
    }
}
