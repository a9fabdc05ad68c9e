package be.leermeester.portal.dossier;

import be.leermeester.portal.dossier.RecognitionQueries.Slice;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Dossiers as other features list them.
public final class Dossiers {

    private Dossiers() {}

    /// A piece of the list, in the order that the filter asks.
    public static Future<List<DossierRow>> list(
            SqlClient client, RecognitionFilter filter, Scope scope, LocalDate today, int limit, int offset) {
        return RecognitionQueries.page(client, filter, scope, today, new Slice(limit, offset, ""));
    }

    /// One dossier; null where there is none or where it may not be seen.
    public static Future<@Nullable DossierRow> one(SqlClient client, String id, Scope scope, LocalDate today) {
        return RecognitionQueries.one(client, id, scope, today);
    }

    /// How many there are by status, of everything else that the filter asks.
    public static Future<Map<RecognitionStatus, Long>> counts(
            SqlClient client, RecognitionFilter filter, Scope scope, LocalDate today) {
        return RecognitionQueries.counts(client, filter, scope, today);
    }

    /// How many of the counted have a status that the filter asks.
    public static long total(Map<RecognitionStatus, Long> counts, RecognitionFilter filter) {
        return counts.entrySet().stream()
                .filter(entry ->
                        filter.statuses().isEmpty() || filter.statuses().contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
