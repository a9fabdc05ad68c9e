package be.leermeester.portal;

import be.leermeester.kernel.Time;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// An advice list in use: the exchange format has no file for it, so the demo is given one after its import.
final class DemoAdvice {

    private DemoAdvice() {}

    private static final String LISTS = """
            INSERT INTO portal.advice_list (id, partnership_code, created_at, sent_at, sent_by, closes_at) VALUES
              ('DEMO-L1', 'technology_industry', ?, ?, 'DEMO-handler', ?), ('DEMO-L2', 'technology_industry', ?, NULL, NULL, NULL)
            """;

    private static final String ITEMS = """
            INSERT INTO portal.advice_item (list_id, application_id, note, added_at, added_by)
            SELECT CASE WHEN n <= 4 OR held THEN 'DEMO-L1' ELSE 'DEMO-L2' END, id,
                   CASE WHEN n = 1 THEN 'Bezocht; de werkplaats is goed uitgerust. Eerste aanvraag van deze onderneming.'
                        ELSE '' END, ?, 'DEMO-handler'
            FROM (SELECT id, status = 'ON_HOLD' AS held,
                         row_number() OVER (PARTITION BY status = 'ON_HOLD' ORDER BY decide_by, id) AS n
                  FROM portal.application
                  WHERE partnership_code = 'technology_industry'
                    AND (status IN ('SUBMITTED', 'IN_REVIEW') AND decide_by > ? OR status = 'ON_HOLD')) waiting
            WHERE n <= CASE WHEN held THEN 1 ELSE 6 END
            """;

    private static final String VOICES = """
            INSERT INTO portal.advice_voter (list_id, person_id, mailed) VALUES
              ('DEMO-L1', 'DEMO-advisor', true), ('DEMO-L1', 'DEMO-advisor-2', true);
            INSERT INTO portal.advice_vote (list_id, application_id, person_id, agrees, voted_at)
            SELECT i.list_id, i.application_id, 'DEMO-advisor-2', a.status <> 'ON_HOLD', i.added_at
            FROM portal.advice_item i JOIN portal.application a ON a.id = i.application_id WHERE i.list_id = 'DEMO-L1';
            INSERT INTO portal.objection (id, list_id, application_id, person_id, reason, raised_at)
            SELECT 'DEMO-O1', i.list_id, i.application_id, 'DEMO-advisor-2',
                   'De lasafzuiging was bij ons laatste bezoek niet in orde. Graag eerst een attest.', i.added_at
            FROM portal.advice_item i JOIN portal.application a ON a.id = i.application_id
            WHERE i.list_id = 'DEMO-L1' AND a.status = 'ON_HOLD'
            """;

    /// A list that was sent two hours ago, with one objection, and a next one that is being filled; blocks.
    static void ask(DatabaseAddress database, Instant now) {
        OffsetDateTime sent = now.minusSeconds(7200).atOffset(ZoneOffset.UTC);
        OffsetDateTime closing = Time.dateOf(now)
                .plusDays(2)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                .atTime(LocalTime.NOON)
                .atZone(Time.ZONE)
                .toOffsetDateTime();
        try (Connection connection = DriverManager.getConnection(database.jdbc())) {
            connection.setAutoCommit(false);
            run(connection, LISTS, sent, sent, closing, sent);
            run(connection, ITEMS, sent, Time.dateOf(now));
            run(connection, VOICES);
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
