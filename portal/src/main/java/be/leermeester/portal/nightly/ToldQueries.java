package be.leermeester.portal.nightly;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What companies and handlers are told of.
final class ToldQueries {

    /// What a mail about a dossier says.
    ///
    /// @param arrears whether the moment belongs to what an import left behind
    record Told(String enterpriseNumber, String programme, String place, boolean arrears) {}

    private ToldQueries() {}

    /// False where it was told before.
    static boolean mark(SqlConnection connection, String dossier, String rule, LocalDate moment, Instant now) {
        return connection
                        .preparedQuery("""
                                INSERT INTO portal.dossier_told (application_id, rule, moment, told_at)
                                VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
                                """)
                        .execute(Tuple.of(dossier, rule, moment, now.atOffset(ZoneOffset.UTC)))
                        .await()
                        .rowCount()
                == 1;
    }

    static Future<@Nullable Told> dossier(SqlClient client, String id, LocalDate moment) {
        return client.preparedQuery("""
                        SELECT e.enterprise_number, p.name AS programme,
                               concat_ws(', ', nullif(e.name, ''), nullif(concat_ws(' ', nullif(e.street, ''),
                                 nullif(e.house_number, '')), ''), nullif(e.municipality, '')) AS place,
                               a.filed_by IS NULL AND EXISTS (SELECT FROM portal.arrears_window w
                                 WHERE $2 > w.after AND $2 <= w.until) AS arrears
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                        JOIN portal.programme p ON p.code = a.programme_code WHERE a.id = $1
                        """).execute(Tuple.of(id, moment)).map(rows -> {
            for (Row row : rows) {
                return new Told(
                        row.getString("enterprise_number"),
                        row.getString("programme"),
                        row.getString("place"),
                        row.getBoolean("arrears"));
            }
            return null;
        });
    }
}
