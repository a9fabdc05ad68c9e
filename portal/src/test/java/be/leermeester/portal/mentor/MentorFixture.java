package be.leermeester.portal.mentor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// People, one recognised workplace per partnership and what they did, told as rows.
final class MentorFixture {

    private final Connection connection;

    MentorFixture(Connection connection) throws SQLException {
        this.connection = connection;
        execute("""
                INSERT INTO portal.programme (code, name, system) VALUES ('D1', 'Houtbewerking duaal', 'DUAL');
                INSERT INTO portal.company (enterprise_number, name) VALUES ('0442239628', 'Schrijnwerkerij Peeters');
                INSERT INTO portal.establishment (establishment_number, enterprise_number, name, municipality)
                VALUES ('2123456789', '0442239628', 'Atelier', 'Mol');
                """);
    }

    MentorFixture person(String id, String firstName, String lastName) throws SQLException {
        return execute("INSERT INTO kernel.person (id, first_name, last_name) VALUES ('%s', '%s', '%s')"
                .formatted(id, firstName, lastName));
    }

    /// @param decision PENDING, APPROVED or REJECTED
    /// @param decidedOn `NULL` where pending
    MentorFixture mentor(
            String person, String application, String partnership, String filedOn, String decision, String decidedOn)
            throws SQLException {
        String decided = decidedOn.equals("NULL") ? "NULL" : "'" + decidedOn + " 12:00 Europe/Brussels'";
        return execute("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code,
                    submitted_at, submitted_by, status, status_since, valid_until)
                VALUES ('%1$s', '2123456789', 'D1', '%2$s', '%3$s 10:00 Europe/Brussels', 'COMPANY',
                    CASE '%4$s' WHEN 'PENDING' THEN 'SUBMITTED' ELSE '%4$s' END, %5$s, %5$s::date + interval '5 years')
                ON CONFLICT DO NOTHING;
                INSERT INTO learning.mentor_application VALUES ('%1$s', '%6$s', '%2$s', '%3$s 10:00 Europe/Brussels',
                    '%4$s', %5$s, '%3$s 10:00 Europe/Brussels');
                """.formatted(application, partnership, filedOn, decision, decided, person));
    }

    MentorFixture training(String person, String partnership, String since, String status) throws SQLException {
        return execute("""
                INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at)
                VALUES ('%1$s', '%2$s', '%3$s', '%4$s', '%3$s 10:00 Europe/Brussels')
                """.formatted(person, partnership, since, status));
    }

    MentorFixture execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }
}
