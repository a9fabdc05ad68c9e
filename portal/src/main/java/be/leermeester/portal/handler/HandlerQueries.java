package be.leermeester.portal.handler;

import be.leermeester.portal.dossier.Spotlight;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.Outlook;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;

/// The numbers above the work list.
final class HandlerQueries {

    private HandlerQueries() {}

    /// @param toDecide submitted or in review, those approved by law included
    /// @param byLaw see [Spotlight#BY_LAW]
    /// @param escalated see [Spotlight#ESCALATED]
    /// @param dueSoon see [Spotlight#DUE_SOON]
    /// @param ending see [Spotlight#ENDING]
    record Numbers(
            long toDecide, long byLaw, long dueSoon, long onHold, long incomplete, long ending, long escalated) {}

    static Future<Numbers> numbers(SqlClient client, Scope scope, String partnership, LocalDate today) {
        Where where = new Where();
        String day = where.bind(today) + "::date";
        String soon = where.bind(today.plusDays(Outlook.WARNING_DAYS)) + "::date";
        String near = where.bind(Spotlight.soon(today)) + "::date";
        where.and("a.status IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD', 'INCOMPLETE')"
                + " OR a.status = 'APPROVED' AND a.valid_until <= " + near);
        scope.dossiers(where, today);
        if (!partnership.isEmpty()) {
            where.and("a.partnership_code = ?", partnership);
        }
        String sql = """
                SELECT count(*) FILTER (WHERE clock), count(*) FILTER (WHERE clock AND a.decide_by <= %1$s
                                          AND NOT portal.escalates(a.partnership_code, a.decide_by)),
                       count(*) FILTER (WHERE clock AND a.decide_by > %1$s AND a.decide_by <= %2$s),
                       count(*) FILTER (WHERE a.status = 'ON_HOLD'), count(*) FILTER (WHERE a.status = 'INCOMPLETE'),
                       count(*) FILTER (WHERE a.status = 'APPROVED'),
                       count(*) FILTER (WHERE clock AND a.decide_by <= %1$s
                                          AND portal.escalates(a.partnership_code, a.decide_by))
                FROM portal.application a
                CROSS JOIN LATERAL (SELECT a.status IN ('SUBMITTED', 'IN_REVIEW') AS clock) c
                WHERE\s""".formatted(day, soon) + where.sql();
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            var row = rows.iterator().next();
            return new Numbers(
                    row.getLong(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
        });
    }
}
