package be.leermeester.portal.treatment;

import be.leermeester.kernel.Time;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.DecisionClock;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.StatusChange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a handler needs of a dossier to treat it. Who may is for the caller to know.
final class TreatmentQueries {

    private TreatmentQueries() {}

    static Future<@Nullable Treated> find(SqlClient client, String id) {
        return steps(client, id)
                .compose(
                        steps -> client.preparedQuery("""
                                SELECT a.status, a.submitted_at, a.partnership_code, p.name AS partnership,
                                  a.programme_code, g.name AS programme, e.enterprise_number, c.name AS company,
                                  a.establishment_number, concat_ws(' ', e.street, e.house_number) AS street,
                                  concat_ws(' ', e.postal_code, e.municipality) AS place, e.municipality,
                                  a.filed_by, a.filed_as, a.handler_id,
                                  nullif(concat_ws(' ', h.first_name, h.last_name), '') AS handler
                                FROM portal.application a
                                JOIN portal.partnership p ON p.code = a.partnership_code
                                JOIN portal.programme g ON g.code = a.programme_code
                                JOIN portal.establishment e USING (establishment_number)
                                JOIN portal.company c USING (enterprise_number)
                                LEFT JOIN kernel.person h ON h.id = a.handler_id
                                WHERE a.id = $1
                                """).execute(Tuple.of(id)).map(rows -> treated(id, rows, steps)));
    }

    private static @Nullable Treated treated(String id, RowSet<Row> rows, List<Treated.Step> steps) {
        if (rows.size() == 0) {
            return null;
        }
        Row row = rows.iterator().next();
        LocalDate submitted = Time.dateOf(row.getOffsetDateTime("submitted_at").toInstant());
        return new Treated(
                id,
                RecognitionStatus.valueOf(row.getString("status")),
                steps.stream().mapToInt(Treated.Step::seq).max().orElse(0),
                row.getString("partnership_code"),
                row.getString("partnership"),
                row.getString("programme_code"),
                row.getString("programme"),
                new Treated.Company(
                        row.getString("enterprise_number"),
                        row.getString("company"),
                        row.getString("establishment_number"),
                        row.getString("street") + ", " + row.getString("place"),
                        row.getString("municipality")),
                row.getString("filed_by"),
                row.getString("filed_as"),
                row.getString("handler_id"),
                row.getString("handler"),
                submitted,
                clock(steps, submitted));
    }

    private static DecisionClock clock(List<Treated.Step> steps, LocalDate submitted) {
        List<StatusChange> changes = steps.isEmpty()
                ? List.of(new StatusChange(Time.startOf(submitted), RecognitionStatus.SUBMITTED))
                : steps.stream()
                        .map(step -> new StatusChange(step.at(), step.status(), step.automatic()))
                        .toList();
        return DecisionClock.after(changes);
    }

    /// The whole history, oldest first.
    static Future<List<Treated.Step>> steps(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT e.seq, e.at, e.status, e.automatic, e.reasons, e.remark,
                       coalesce(nullif(concat_ws(' ', w.first_name, w.last_name), ''), e.actor) AS who
                FROM portal.application_event e LEFT JOIN kernel.person w ON w.id = e.actor
                WHERE e.application_id = $1 ORDER BY e.at, e.seq
                """,
                Tuple.of(id),
                row -> new Treated.Step(
                        row.getInteger("seq"),
                        row.getOffsetDateTime("at").toInstant(),
                        RecognitionStatus.valueOf(row.getString("status")),
                        row.getBoolean("automatic"),
                        List.of(row.getArrayOfStrings("reasons")),
                        row.getString("remark"),
                        row.getString("who")));
    }

    /// Everybody named as mentor, with the age that counts: on the day of filing.
    static Future<List<Treated.Mentor>> mentors(SqlClient client, String id, NationalNumberVault vault) {
        return list(
                client,
                """
                SELECT m.person_id, concat_ws(' ', w.first_name, w.last_name) AS name, m.decision, m.submitted_at,
                       w.national_number_sealed,
                       coalesce((SELECT minimum_age FROM portal.partnership_policy y
                         WHERE y.partnership_code = m.partnership_code AND y.valid_from <= m.submitted_at::date
                           AND (y.valid_to IS NULL OR y.valid_to >= m.submitted_at::date)
                         ORDER BY y.valid_from DESC LIMIT 1), 25) AS minimum_age,
                       EXISTS (SELECT FROM portal.criterion_check k WHERE k.application_id = m.application_id
                         AND k.person_id = m.person_id AND k.criterion = 'AGE' AND k.met) AS age_accepted
                FROM learning.mentor_application m JOIN kernel.person w ON w.id = m.person_id
                WHERE m.application_id = $1 ORDER BY m.submitted_at, m.person_id
                """,
                Tuple.of(id),
                row -> new Treated.Mentor(
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getString("decision"),
                        age(
                                row.getBuffer("national_number_sealed"),
                                Time.dateOf(
                                        row.getOffsetDateTime("submitted_at").toInstant()),
                                vault),
                        row.getInteger("minimum_age"),
                        row.getBoolean("age_accepted")));
    }

    private static @Nullable Integer age(@Nullable Buffer sealed, LocalDate filedOn, NationalNumberVault vault) {
        return sealed == null
                ? null
                : vault.open(sealed.getBytes())
                        .birthDate()
                        .map(birth -> birth.until(filedOn).getYears())
                        .orElse(null);
    }

    /// Agreements that would lose their recognition today: under way, or to begin.
    static Future<List<Treated.Running>> running(SqlClient client, String id, LocalDate today) {
        return list(
                client,
                """
                SELECT g.id, concat_ws(' ', l.first_name, l.last_name) AS learner, coalesce(s.name, '') AS school, g.ends_on
                FROM portal.agreement g JOIN kernel.person l ON l.id = g.learner_person_id
                LEFT JOIN portal.training_provider s ON s.code = g.provider_code
                WHERE g.application_id = $1 AND g.ended_on IS NULL AND g.cancelled_at IS NULL AND g.ends_on >= $2
                ORDER BY g.starts_on, g.id
                """,
                Tuple.of(id, today),
                row -> new Treated.Running(
                        row.getString("id"),
                        row.getString("learner"),
                        row.getString("school"),
                        row.getLocalDate("ends_on")));
    }

    /// The activities of the partnership's last partial approval for this programme, to begin with.
    static Future<List<String>> activities(SqlClient client, Treated dossier) {
        return list(
                client,
                """
                SELECT activity FROM portal.application_activity WHERE application_id = (
                  SELECT a.id FROM portal.application a
                  WHERE a.programme_code = $1 AND a.partnership_code = $2
                    AND EXISTS (SELECT FROM portal.application_activity WHERE application_id = a.id)
                  ORDER BY a.first_decided_at DESC NULLS LAST LIMIT 1)
                ORDER BY position
                """,
                Tuple.of(dossier.programmeCode(), dossier.partnershipCode()),
                row -> row.getString("activity"));
    }

    static Future<List<GapsPanel.Activity>> gaps(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT activity, covered, plan FROM portal.application_activity
                WHERE application_id = $1 ORDER BY position
                """,
                Tuple.of(id),
                row -> new GapsPanel.Activity(
                        row.getString("activity"), row.getBoolean("covered"), row.getString("plan")));
    }

    /// Mentors who were named on a recognition after its approval and wait for a decision.
    static Future<List<TreatmentPanel.Waiting>> waiting(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT m.person_id, concat_ws(' ', w.first_name, w.last_name) AS name
                FROM learning.mentor_application m JOIN kernel.person w ON w.id = m.person_id
                WHERE m.application_id = $1 AND m.decision = 'PENDING' ORDER BY m.submitted_at, m.person_id
                """,
                Tuple.of(id),
                row -> new TreatmentPanel.Waiting(row.getString("person_id"), row.getString("name")));
    }

    /// How much was written on a dossier.
    record Work(long checks, long notes) {}

    static Future<Work> work(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT (SELECT count(*) FROM portal.criterion_check WHERE application_id = $1) AS checks,
                               (SELECT count(*) FROM portal.dossier_note WHERE application_id = $1) AS notes
                        """).execute(Tuple.of(id)).map(rows -> {
            Row row = rows.iterator().next();
            return new Work(row.getLong("checks"), row.getLong("notes"));
        });
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> map) {
        return Lists.of(client, sql, values, map);
    }

    /// Rows as a list, for all queries of this feature.
    static final class Lists {

        private Lists() {}

        static <T> Future<List<T>> of(SqlClient client, String sql, Tuple values, Function<Row, T> map) {
            return client.preparedQuery(sql).execute(values).map(rows -> {
                List<T> found = new ArrayList<>(rows.size());
                rows.forEach(row -> found.add(map.apply(row)));
                return found;
            });
        }
    }
}
