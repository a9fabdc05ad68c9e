package be.leermeester.portal.lapse;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.time.LocalDate;
import java.util.List;

/// [SmallWorld] with more dossiers of the bakery, whose mentors' deadlines pass in January 2027. Everybody was approved
/// on 10 January 2026, so the last day is 10 January 2027 and the lapse 11 January.
///
/// | dossier | mentors | agreement |
/// |---|---|---|
/// | A1 | M1 | none |
/// | X1 | N1 | OAO of P1 until 30 June 2027 |
/// | X2 | N1, N2 (N2 lapses on 15 January) | none |
/// | X3 | N3, trained | none |
final class LapseWorld implements AutoCloseable {

    static final LocalDate LAPSE = LocalDate.of(2027, 1, 11);

    final TestBackground background = SmallWorld.in(new TestBackground());
    final Ids ids = new Ids(background.time());
    final Outbox outbox = new Outbox(background.time(), ids, List::of);
    final ChangeStatus change = new ChangeStatus(outbox, background.time());
    final Lapse lapse = new Lapse(change, outbox, ids, background.time());
    final LapseJob job = new LapseJob(background.db(), lapse);
    final Restore restore = new Restore(change, outbox, background.time());

    LapseWorld() {
        background.sql(SQL);
        derive();
    }

    void derive() {
        List<String> everybody = background.rows("SELECT id FROM kernel.person");
        background.tell(() -> background
                .db()
                .transact(connection ->
                        DeriveObligations.of(connection, everybody).await()));
    }

    /// Moves the clock to ten in the morning of a day.
    void goTo(LocalDate day) {
        background.pass(java.time.Duration.between(
                background.time().now(),
                day.atTime(10, 0).atZone(be.leermeester.kernel.Time.ZONE).toInstant()));
    }

    String night(LocalDate day) {
        goTo(day);
        return background.tell(() -> job.run(day));
    }

    List<String> rows(String sql) {
        return background.rows(sql);
    }

    String status(String dossier) {
        return rows("SELECT status FROM portal.application WHERE id = '" + dossier + "'")
                .getFirst();
    }

    List<String> struck() {
        return rows(
                "SELECT application_id || ' ' || person_id || ' ' || struck_on FROM learning.struck_mentor ORDER BY 1");
    }

    String training(String person) {
        return rows("SELECT status || ' ' || status_since FROM learning.obligation WHERE person_id = '" + person
                        + "' AND partnership_code = 'food_industry'")
                .getFirst();
    }

    /// Accepted training, as whoever accepts evidence does it.
    Restore.Restored accept(String person, LocalDate followedOn) {
        return background.tell(() -> background.db().transact(connection -> {
            connection
                    .preparedQuery("INSERT INTO learning.mentor_training (person_id, partnership_code, since, status,"
                            + " recorded_at) VALUES ($1, 'food_industry', $2, 'FOLLOWED_ELSEWHERE', $3)")
                    .execute(io.vertx.sqlclient.Tuple.of(
                            person, followedOn, background.time().now().atOffset(java.time.ZoneOffset.UTC)))
                    .await();
            return restore.afterAcceptance(connection, person, "food_industry", followedOn, "food");
        }));
    }

    boolean mayBeNamed(String person, String partnership) {
        return background.tell(() -> LapsedMentors.mayBeNamed(background.db().reads(), person, partnership)
                .await());
    }

    @Override
    public void close() {
        background.close();
    }

    private static final String SQL = """
            INSERT INTO kernel.person (id, first_name, last_name) VALUES
              ('N1', 'Nina', 'Nijs'), ('N2', 'Noor', 'Naert'), ('N3', 'Nand', 'Nuyts');
            INSERT INTO portal.programme (code, name, system) VALUES
              ('E1', 'Een', 'DUAL'), ('E2', 'Twee', 'DUAL'), ('E3', 'Drie', 'DUAL');
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, status, status_since, first_decision, first_decided_at, valid_until)
            SELECT id, '2123456789', programme, 'food_industry', '2025-12-30 10:00+01', 'COMPANY', 'APPROVED',
              '2026-01-10 10:00+01', 'APPROVED', '2026-01-10 10:00+01', '2031-01-10'
            FROM (VALUES ('X1', 'E1'), ('X2', 'E2'), ('X3', 'E3')) AS more (id, programme);
            INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
            SELECT id, seq, at, status, at FROM (VALUES ('X1'), ('X2'), ('X3')) AS more (id),
              (VALUES (1, timestamptz '2025-12-30 10:00+01', 'SUBMITTED'), (2, '2026-01-10 10:00+01', 'APPROVED'))
                AS e (seq, at, status);
            INSERT INTO learning.mentor_application
              (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at)
            SELECT id, person, 'food_industry', '2025-12-30 10:00+01', 'APPROVED', at, at
            FROM (VALUES ('X1', 'N1', timestamptz '2026-01-10 10:00+01'), ('X2', 'N1', '2026-01-10 10:00+01'),
                ('X2', 'N2', '2026-01-14 10:00+01'), ('X3', 'N3', '2026-01-10 10:00+01')) AS named (id, person, at);
            INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at) VALUES
              ('N3', 'food_industry', '2026-05-01', 'FOLLOWED_SECTOR', '2026-05-01');
            INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code, type,
              starts_on, ends_on, registered_at, recorded_at) VALUES
              ('Y1', 'X1', 'N1', 'L1', 'P1', 'OAO', '2026-09-01', '2027-06-30', '2026-08-20', '2026-08-20');
            """;
}
