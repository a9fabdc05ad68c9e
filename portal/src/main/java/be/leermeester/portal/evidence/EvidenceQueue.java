package be.leermeester.portal.evidence;

import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;

/// What waits to be judged, for other pages of a partnership.
public final class EvidenceQueue {

    static final String PATH = "/evidence";

    private EvidenceQueue() {}

    /// How many wait, as many as [#address] shows.
    ///
    /// @param partnership empty for all of the scope
    public static Future<Long> waiting(SqlClient client, Scope scope, String partnership, LocalDate today) {
        return QueueQueries.numbers(client, of(scope, partnership), today).map(QueueQueries.Numbers::waiting);
    }

    public static String address(String partnership) {
        return new Address(PATH).with("partnership", partnership).toString();
    }

    /// `learning.evidence` is `e`.
    static Where of(Scope scope, String partnership) {
        Where where = new Where();
        if (!scope.everything()) {
            where.and("e.partnership_code = ANY (?)", scope.partnerships());
        }
        if (!partnership.isEmpty()) {
            where.and("e.partnership_code = ?", partnership);
        }
        return where;
    }
}
