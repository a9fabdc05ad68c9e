package be.leermeester.portal.register;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Companies and establishments as the register changes them, and which sets were taken in.
final class RegisterQueries {

    /// A set that was taken in, with what it changed and what was read.
    record Taken(int number, LocalDate snapshot, String type, Instant at, JsonObject summary) {

        public long stopped() {
            return count("stopped");
        }

        public long recognitions() {
            return count("recognitions");
        }

        public long applications() {
            return count("applications");
        }

        public long moved() {
            return count("moved");
        }

        public long renamed() {
            return count("renamed");
        }

        public long transferred() {
            return count("transferred");
        }

        public long rowsRead() {
            return count("read");
        }

        public long ours() {
            return count("ours");
        }

        public long unknown() {
            return count("unknown");
        }

        public long unreadable() {
            return count("unreadable");
        }

        private long count(String key) {
            return summary.getLong(key, 0L);
        }
    }

    /// A dossier of an establishment that stops or moves.
    record Dossier(String id, String partnership, String enterprise, boolean recognised) {}

    record Place(String enterprise, String name, Located address) {}

    private RegisterQueries() {}

    /// The number of the last set; null where there was none. Nobody else takes one in until the transaction ends.
    static @Nullable Integer last(SqlConnection connection) {
        connection
                .query("LOCK TABLE portal.register_extract IN SHARE ROW EXCLUSIVE MODE")
                .execute()
                .await();
        return connection
                .query("SELECT max(extract_number) FROM portal.register_extract")
                .execute()
                .await()
                .iterator()
                .next()
                .getInteger(0);
    }

    static boolean taken(SqlConnection connection, int number) {
        return connection
                        .preparedQuery("SELECT FROM portal.register_extract WHERE extract_number = $1")
                        .execute(Tuple.of(number))
                        .await()
                        .size()
                > 0;
    }

    static void keep(SqlConnection connection, Extract extract, Instant now, String by) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.register_extract
                          (extract_number, snapshot_date, extract_type, taken_at, taken_by, summary)
                        VALUES ($1, $2, $3, $4, $5, '{}')
                        """)
                .execute(Tuple.of(extract.number(), extract.snapshot(), extract.type(), utc(now), by))
                .await();
    }

    static void summarise(SqlConnection connection, Extract extract, JsonObject summary) {
        connection
                .preparedQuery("UPDATE portal.register_extract SET summary = $2 WHERE extract_number = $1")
                .execute(Tuple.of(extract.number(), summary))
                .await();
    }

    static Future<List<Taken>> latest(SqlClient client, int most) {
        return client.preparedQuery("""
                        SELECT extract_number, snapshot_date, extract_type, taken_at, summary
                        FROM portal.register_extract ORDER BY extract_number DESC LIMIT $1
                        """).execute(Tuple.of(most)).map(rows -> {
            List<Taken> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new Taken(
                        row.getInteger(0),
                        row.getLocalDate(1),
                        row.getString(2),
                        row.getOffsetDateTime(3).toInstant(),
                        row.getJsonObject(4)));
            }
            return found;
        });
    }

    /// Every enterprise and establishment number that we have.
    static Set<String> ours(SqlConnection connection) {
        Set<String> numbers = new HashSet<>();
        connection
                .query("SELECT enterprise_number FROM portal.company"
                        + " UNION ALL SELECT establishment_number FROM portal.establishment")
                .execute()
                .await()
                .forEach(row -> numbers.add(row.getString(0)));
        return numbers;
    }

    static String companyName(SqlConnection connection, String enterprise) {
        return connection
                .preparedQuery("SELECT name FROM portal.company WHERE enterprise_number = $1")
                .execute(Tuple.of(enterprise))
                .await()
                .iterator()
                .next()
                .getString(0);
    }

    static Place place(SqlConnection connection, String establishment) {
        Row row = connection
                .preparedQuery("""
                        SELECT enterprise_number, name, street, house_number, postal_code, municipality
                        FROM portal.establishment WHERE establishment_number = $1
                        """)
                .execute(Tuple.of(establishment))
                .await()
                .iterator()
                .next();
        Located address = new Located(row.getString(2), row.getString(3), row.getString(4), row.getString(5), null);
        return new Place(row.getString(0), row.getString(1), address);
    }

    static void rename(SqlConnection connection, String number, String name) {
        String sql = number.matches("[01].*")
                ? "UPDATE portal.company SET name = $2 WHERE enterprise_number = $1"
                : "UPDATE portal.establishment SET name = $2 WHERE establishment_number = $1";
        connection.preparedQuery(sql).execute(Tuple.of(number, name)).await();
    }

    /// Where it lies on the map is not known any more.
    static void move(SqlConnection connection, String establishment, Located to) {
        connection
                .preparedQuery("""
                        UPDATE portal.establishment SET street = $2, house_number = $3, postal_code = $4,
                          municipality = $5, province = $6, latitude = NULL, longitude = NULL
                        WHERE establishment_number = $1
                        """)
                .execute(Tuple.of(establishment, to.street(), to.houseNumber(), to.postalCode(), to.municipality())
                        .addString(to.province()))
                .await();
    }

    static boolean cease(SqlConnection connection, String number, LocalDate on) {
        String sql = number.matches("[01].*")
                ? "UPDATE portal.company SET ceased_on = $2 WHERE enterprise_number = $1 AND ceased_on IS NULL"
                : "UPDATE portal.establishment SET ceased_on = $2 WHERE establishment_number = $1 AND ceased_on IS NULL";
        return connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(number, on))
                        .await()
                        .rowCount()
                == 1;
    }

    static List<String> establishments(SqlConnection connection, String enterprise) {
        List<String> numbers = new ArrayList<>();
        connection
                .preparedQuery(
                        "SELECT establishment_number FROM portal.establishment WHERE enterprise_number = $1 ORDER BY 1")
                .execute(Tuple.of(enterprise))
                .await()
                .forEach(row -> numbers.add(row.getString(0)));
        return numbers;
    }

    /// The recognitions and open applications of an establishment.
    static List<Dossier> dossiers(SqlConnection connection, String establishment) {
        List<Dossier> found = new ArrayList<>();
        connection
                .preparedQuery("""
                        SELECT a.id, a.partnership_code, e.enterprise_number, a.status = 'APPROVED'
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                        WHERE a.establishment_number = $1
                          AND a.status IN ('APPROVED', 'SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')
                        ORDER BY a.id FOR NO KEY UPDATE OF a
                        """)
                .execute(Tuple.of(establishment))
                .await()
                .forEach(row -> found.add(
                        new Dossier(row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3))));
        return found;
    }

    static void remember(
            SqlConnection connection,
            Extract extract,
            String subject,
            String what,
            String from,
            String to,
            Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.register_history
                          (subject, what, before, after, holds_from, extract_number, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.of(subject, what, from, to, extract.snapshot(), extract.number())
                        .addOffsetDateTime(utc(now)))
                .await();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
