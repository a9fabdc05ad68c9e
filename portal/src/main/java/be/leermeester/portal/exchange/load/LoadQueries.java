package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

final class LoadQueries {

    private LoadQueries() {}

    /// Sets the transaction up for bulk work and makes sure that no other import is under way.
    ///
    /// @return whether this is the only one
    static boolean begin(Connection connection) throws SQLException {
        KeyQueries.run(connection, "SET temp_buffers = '32MB'");
        connection.setAutoCommit(false);
        KeyQueries.run(connection, "SET LOCAL work_mem = '64MB'; SET LOCAL jit = off");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('leermeester import', 0))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static void createTouched(Connection connection) throws SQLException {
        KeyQueries.run(connection, """
                CREATE TEMPORARY TABLE touched_person (id text) ON COMMIT DROP;
                CREATE TEMPORARY TABLE touched_material (id text) ON COMMIT DROP
                """);
    }

    /// Answers how many rows are new or changed.
    static long upsert(Connection connection, Table table, Set<String> present, Instant now) throws SQLException {
        String moment = "'" + now + "'::timestamptz";
        String sql = isEmpty(connection, table) ? Upsert.intoEmpty(table, moment) : Upsert.sql(table, present, moment);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isEmpty(Connection connection, Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM " + table.target() + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static void keepFiles(Connection connection, Iterable<MaterialFiles.Kept> files, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            for (MaterialFiles.Kept file : files) {
                insert.setString(1, file.hash());
                insert.setLong(2, file.size());
                insert.setString(3, file.mediaType());
                insert.setObject(4, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// A mentor's application is of the partnership that its application moved to.
    static void followPartnerships(Connection connection) throws SQLException {
        KeyQueries.run(connection, """
                WITH moved AS (
                    UPDATE learning.mentor_application m SET partnership_code = a.partnership_code
                    FROM portal.application a
                    WHERE a.id = m.application_id AND m.partnership_code <> a.partnership_code
                      AND a.id IN (SELECT application_id FROM stage_applications)
                    RETURNING m.person_id)
                INSERT INTO touched_person SELECT DISTINCT person_id FROM moved
                """);
    }

    static Set<String> touched(Connection connection, String what) throws SQLException {
        return KeyQueries.keys(connection, "SELECT DISTINCT id FROM touched_" + what);
    }

    static void analyse(Connection connection, Table table) throws SQLException {
        KeyQueries.run(connection, "ANALYZE " + table.target());
    }
}
