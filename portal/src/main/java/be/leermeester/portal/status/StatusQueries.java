package be.leermeester.portal.status;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class StatusQueries {

    private StatusQueries() {}

    /// The dossier, held until the transaction ends; null where there is none. Its history is read after the lock is
    /// had, so that it holds what whoever had it before wrote.
    static @Nullable LockedDossier lock(SqlConnection connection, String id, LocalDate today) {
        boolean there = connection
                        .preparedQuery("SELECT FROM portal.application WHERE id = $1 FOR NO KEY UPDATE")
                        .execute(Tuple.of(id))
                        .await()
                        .size()
                == 1;
        if (!there) {
            return null;
        }
        List<StatusChange> history = new ArrayList<>();
        int lastSeq = history(connection, id, history);
        Row row = connection
                .preparedQuery("""
                        SELECT a.establishment_number, e.enterprise_number, a.programme_code, a.partnership_code,
                          a.filed_as, a.submitted_at, a.valid_until, old.valid_until AS renewed_end,
                          portal.escalates(a.partnership_code, coalesce(a.decide_by, $2)) AS escalates
                        FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number)
                        LEFT JOIN portal.application old ON old.id = a.renews_application_id
                        WHERE a.id = $1
                        """)
                .execute(Tuple.of(id, today))
                .await()
                .iterator()
                .next();
        if (history.isEmpty()) {
            history.add(
                    new StatusChange(row.getOffsetDateTime("submitted_at").toInstant(), RecognitionStatus.SUBMITTED));
        }
        return new LockedDossier(
                id,
                row.getString("establishment_number"),
                row.getString("enterprise_number"),
                row.getString("programme_code"),
                row.getString("partnership_code"),
                row.getString("filed_as"),
                row.getLocalDate("valid_until"),
                row.getLocalDate("renewed_end"),
                row.getBoolean("escalates"),
                lastSeq,
                history);
    }

    private static int history(SqlConnection connection, String id, List<StatusChange> into) {
        int last = 0;
        for (Row row : connection.preparedQuery("""
                        SELECT seq, at, status, automatic FROM portal.application_event
                        WHERE application_id = $1 ORDER BY at, seq
                        """).execute(Tuple.of(id)).await()) {
            last = Math.max(last, row.getInteger("seq"));
            into.add(new StatusChange(
                    row.getOffsetDateTime("at").toInstant(),
                    RecognitionStatus.valueOf(row.getString("status")),
                    row.getBoolean("automatic")));
        }
        return last;
    }

    /// Whether an exclusion of its company, establishment or partnership covers a dossier on a day.
    static boolean isExcluded(SqlConnection connection, LockedDossier dossier, LocalDate day) {
        return FilingQueries.exclusion(connection, dossier.establishmentNumber(), dossier.partnershipCode(), day)
                != null;
    }

    /// Throws [Problem.Conflict] with the reason where it does.
    static void refuseExcluded(SqlConnection connection, LockedDossier dossier, LocalDate day) {
        FilingQueries.refuseExcluded(connection, dossier.establishmentNumber(), dossier.partnershipCode(), day);
    }

    /// Whether a social partner objected and the partnership has not dealt with it (R12): until then it stays on hold.
    static boolean isObjectedTo(SqlConnection connection, String id) {
        return connection
                        .preparedQuery("SELECT FROM portal.objection WHERE application_id = $1"
                                + " AND withdrawn_at IS NULL AND handled_at IS NULL LIMIT 1")
                        .execute(Tuple.of(id))
                        .await()
                        .size()
                > 0;
    }

    /// @param now when it is recorded, which may be later than it holds (9.14)
    static void append(SqlConnection connection, String id, int seq, StatusChange change, Act act, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.application_event
                          (application_id, seq, at, status, automatic, reasons, remark, actor, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """)
                .execute(Tuple.of(id, seq, utc(change.at()), change.status().name(), change.automatic())
                        .addArrayOfString(act.reasons().toArray(String[]::new))
                        .addString(act.remark())
                        .addString(act.personId())
                        .addOffsetDateTime(utc(now)))
                .await();
    }

    /// The columns that repeat for the lists what the history says.
    static void refresh(SqlConnection connection, LockedDossier dossier) {
        Standing standing = Standing.of(dossier.history());
        RecognitionStatus first = standing.firstDecision();
        connection
                .preparedQuery("""
                        UPDATE portal.application SET status = $2, status_since = $3, first_decision = $4,
                          first_decided_at = $5, automatic = $6, valid_until = $7, decide_by = $8
                        WHERE id = $1
                        """)
                .execute(Tuple.of(dossier.id(), standing.status().name(), utc(standing.since()))
                        .addString(first == null ? null : first.name())
                        .addOffsetDateTime(standing.firstDecidedAt() == null ? null : utc(standing.firstDecidedAt()))
                        .addBoolean(standing.automatic())
                        .addLocalDate(dossier.validUntil(standing))
                        .addLocalDate(standing.decideBy()))
                .await();
    }

    static List<String> mentors(SqlConnection connection, String id) {
        List<String> persons = new ArrayList<>();
        connection
                .preparedQuery("SELECT person_id FROM learning.mentor_application WHERE application_id = $1 ORDER BY 1")
                .execute(Tuple.of(id))
                .await()
                .forEach(row -> persons.add(row.getString(0)));
        return persons;
    }

    /// Those still waiting are approved with the dossier, except who is refused; or all refused with it.
    static void decideMentors(
            SqlConnection connection, String id, StatusChange change, Set<String> refused, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE learning.mentor_application SET decided_at = $2, recorded_at = $3,
                          decision = CASE WHEN $4 AND NOT person_id = ANY ($5::text[]) THEN 'APPROVED' ELSE 'REJECTED' END
                        WHERE application_id = $1 AND decision = 'PENDING'
                        """)
                .execute(Tuple.of(id, utc(change.at()), utc(now), change.status() == RecognitionStatus.APPROVED)
                        .addArrayOfString(refused.toArray(String[]::new)))
                .await();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
