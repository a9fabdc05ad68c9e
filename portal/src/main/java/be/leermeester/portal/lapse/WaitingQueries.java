package be.leermeester.portal.lapse;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lapses of which a handler has to confirm the striking off.
final class WaitingQueries {

    /// @param contacts how often somebody of the partnership was in touch with the mentor's companies since a year
    record Waiting(
            String personId,
            String name,
            String partnershipCode,
            String partnership,
            LocalDate lapsedOn,
            String policy,
            @Nullable LocalDate putOffUntil,
            String reason,
            @Nullable String decidedBy,
            String company,
            long contacts) {}

    /// Somebody was in touch, or a mail went out.
    record Contact(LocalDate on, String kind, String who, String said) {}

    private WaitingQueries() {}

    static Future<List<Waiting>> list(SqlClient client, Scope scope, @Nullable String personId, int most) {
        Where where = new Where().and("l.state = 'WAITING'");
        if (!scope.everything()) {
            where.and("l.partnership_code = ANY (?)", scope.partnerships());
        }
        if (personId != null) {
            where.and("l.person_id = ?", personId);
        }
        String sql = """
                SELECT l.*, p.first_name || ' ' || p.last_name AS name, s.name AS partnership,
                       w.first_name || ' ' || w.last_name AS decided,
                       coalesce(at.companies, '') AS companies, coalesce(at.contacts, 0) AS contacts
                  FROM portal.lapse l
                  JOIN kernel.person p ON p.id = l.person_id
                  JOIN portal.partnership s ON s.code = l.partnership_code
                  LEFT JOIN kernel.person w ON w.id = l.decided_by
                  LEFT JOIN LATERAL (
                    SELECT string_agg(DISTINCT c.name, ', ') AS companies, count(DISTINCT k.id) AS contacts
                      FROM learning.mentor_application m
                      JOIN portal.application a ON a.id = m.application_id AND a.status = 'APPROVED'
                      JOIN portal.establishment e USING (establishment_number)
                      JOIN portal.company c USING (enterprise_number)
                      LEFT JOIN portal.contact k ON k.enterprise_number = c.enterprise_number
                                                AND k.partnership_code = l.partnership_code
                                                AND k.happened_on > l.lapsed_on - 365
                     WHERE m.person_id = l.person_id AND m.partnership_code = l.partnership_code
                       AND m.decision = 'APPROVED') at ON true
                 WHERE %s ORDER BY l.put_off_until NULLS FIRST, l.lapsed_on, l.person_id LIMIT %d
                """.formatted(where.sql(), most);
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Waiting> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(waiting(row)));
            return found;
        });
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                row.getLocalDate("lapsed_on"),
                row.getString("policy"),
                row.getLocalDate("put_off_until"),
                row.getString("reason"),
                row.getString("decided"),
                row.getString("companies"),
                row.getLong("contacts"));
    }

    /// The contacts of a partnership with the mentor's companies, the last ones first.
    static Future<List<Contact>> contacts(SqlClient client, String personId, String partnership, int most) {
        return client.preparedQuery("""
                        SELECT DISTINCT k.id, k.happened_on, k.kind, k.by_whom, k.remark
                          FROM learning.mentor_application m
                          JOIN portal.application a ON a.id = m.application_id
                          JOIN portal.establishment e USING (establishment_number)
                          JOIN portal.contact k ON k.enterprise_number = e.enterprise_number
                         WHERE m.person_id = $1 AND m.partnership_code = $2 AND k.partnership_code = $2
                         ORDER BY k.happened_on DESC, k.id LIMIT $3
                        """)
                .execute(Tuple.of(personId, partnership, most))
                .map(rows -> {
                    List<Contact> found = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        found.add(new Contact(
                                row.getLocalDate("happened_on"),
                                row.getString("kind"),
                                row.getString("by_whom"),
                                row.getString("remark")));
                    }
                    return found;
                });
    }
}
