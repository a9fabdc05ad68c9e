package be.leermeester.portal;

import be.leermeester.kernel.Time;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What the exchange format has no file for and the demo shows all the same: a mandate that the demo's company gave to
/// the demo's school (journey 7), and a few things that the demo's handler has to follow up.
final class DemoFollowUps {

    private DemoFollowUps() {}

    private static final String MANDATE = """
            INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on, given_by, given_at)
            SELECT 'DEMO-V1', c.scope, 'TRAINING_PROVIDER', s.scope, ?, c.person_id, ?
            FROM kernel.person_role c, kernel.person_role s
            WHERE c.person_id = 'DEMO-company' AND c.role = 'COMPANY' AND s.person_id = 'DEMO-school' AND s.role = 'SCHOOL'
              AND NOT EXISTS (SELECT FROM portal.mandate m WHERE m.enterprise_number = c.scope AND m.holder = s.scope)
            """;

    private static final String ITEMS = """
            INSERT INTO portal.follow_up (id, partnership_code, kind, subject, enterprise_number, application_id, remark,
              opened_at, due_on)
            SELECT 'DEMO-F' || n, partnership_code, kind, 'dossier:' || id, enterprise_number, id, remark, ?, ?::date + days
            FROM (SELECT a.id, a.partnership_code, e.enterprise_number, row_number() OVER (ORDER BY a.valid_until, a.id) AS n
                  FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                  WHERE a.partnership_code = 'technology_industry' AND a.status = 'APPROVED') ending
            JOIN (VALUES (1, 'RENEWAL_CALL', 'Te weinig tijd voor begeleiding dit jaar.', -1),
                         (2, 'RENEWAL_SUPPORT', 'Graag hulp bij het opleidingsplan.', 9),
                         (3, 'CONTACT', 'Nieuwe werkplaats gezien; in de lente opnieuw langsgaan.', 21)) wanted
              (n, kind, remark, days) USING (n)
            """;

    /// Blocks.
    static void open(DatabaseAddress database, Instant now) {
        OffsetDateTime opened = now.minusSeconds(4 * 86_400).atOffset(ZoneOffset.UTC);
        try (Connection connection = DriverManager.getConnection(database.jdbc())) {
            connection.setAutoCommit(false);
            run(connection, MANDATE, Time.dateOf(now).minusMonths(2), opened);
            run(connection, ITEMS, opened, Time.dateOf(now));
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setObject(n + 1, values[n]);
            }
            statement.execute();
        }
    }
}
