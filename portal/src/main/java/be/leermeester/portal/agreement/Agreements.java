package be.leermeester.portal.agreement;

import be.leermeester.portal.agreement.AgreementQueries.Slice;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Agreements as other features list them.
public final class Agreements {

    private Agreements() {}

    /// The first so many, in the order that the filter asks.
    public static Future<List<AgreementRow>> list(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today, int limit) {
        return AgreementQueries.list(client, filter, scope, today, new Slice(limit, 0, "", false));
    }

    /// As [#list], learners with the most urgent mentors first.
    public static Future<List<AgreementRow>> riskFirst(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today, int limit) {
        return AgreementQueries.list(client, filter, scope, today, new Slice(limit, 0, "", true));
    }

    /// How many there are by status, of everything else that the filter asks.
    public static Future<Map<AgreementStatus, Long>> counts(
            SqlClient client, AgreementFilter filter, Scope scope, LocalDate today) {
        return AgreementQueries.counts(client, filter, scope, today);
    }

    /// How many of the counted have a status that the filter asks.
    public static long total(Map<AgreementStatus, Long> counts, AgreementFilter filter) {
        return counts.entrySet().stream()
                .filter(entry ->
                        filter.statuses().isEmpty() || filter.statuses().contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
