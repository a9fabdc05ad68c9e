package be.leermeester.portal.followup;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Something that somebody of a partnership takes up. There is never more than one open for the same thing.
///
/// @param kind stable code, `ESCALATION`
/// @param subject what it is about, `dossier:A1`
/// @param dueOn by when; null where there is no hurry
public record FollowUp(
        String partnership,
        String kind,
        String subject,
        @Nullable String enterpriseNumber,
        @Nullable String applicationId,
        String remark,
        @Nullable LocalDate dueOn) {

    /// Throws [IllegalArgumentException] for a kind that has no words: the list could not say what to do.
    public FollowUp {
        if (Arrays.stream(FollowUpKind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new IllegalArgumentException("Give " + kind + " a line in FollowUpKind and its words (term.follow-up."
                    + kind + " and followup.todo." + kind + ")");
        }
    }

    /// About one dossier.
    public static FollowUp ofDossier(
            String partnership, String kind, String enterpriseNumber, String applicationId, @Nullable LocalDate dueOn) {
        return new FollowUp(partnership, kind, "dossier:" + applicationId, enterpriseNumber, applicationId, "", dueOn);
    }

    public FollowUp saying(String said) {
        return new FollowUp(partnership, kind, subject, enterpriseNumber, applicationId, said, dueOn);
    }

    /// Opens it; false where one is open already. `connection` must be inside a transaction.
    public Future<Boolean> open(SqlConnection connection, String id, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.follow_up
                          (id, partnership_code, kind, subject, enterprise_number, application_id, remark, opened_at, due_on)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT (partnership_code, kind, subject) WHERE closed_at IS NULL DO NOTHING
                        """)
                .execute(Tuple.of(id, partnership, kind, subject)
                        .addString(enterpriseNumber)
                        .addString(applicationId)
                        .addString(remark)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addLocalDate(dueOn))
                .map(rows -> rows.rowCount() == 1);
    }

    /// As [#open], for somebody who takes it up at once; where one is open already it gets this date, remark and
    /// person.
    ///
    /// @param takenBy null for whoever comes first
    public Future<Void> put(SqlConnection connection, String id, @Nullable String takenBy, Instant now) {
        return open(connection, id, now)
                .compose(_ -> connection
                        .preparedQuery("""
                        UPDATE portal.follow_up SET due_on = $4, remark = $5, taken_by = $6
                         WHERE partnership_code = $1 AND kind = $2 AND subject = $3 AND closed_at IS NULL
                        """)
                        .execute(Tuple.of(partnership, kind, subject)
                                .addLocalDate(dueOn)
                                .addString(remark)
                                .addString(takenBy))
                        .mapEmpty());
    }

    /// Closes the open ones of a kind about a subject, in whatever partnership.
    public static Future<Integer> close(
            SqlConnection connection, String kind, String subject, String by, String outcome, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.follow_up SET closed_at = $3, closed_by = $4, outcome = $5
                         WHERE kind = $1 AND subject = $2 AND closed_at IS NULL
                        """)
                .execute(Tuple.of(kind, subject, now.atOffset(ZoneOffset.UTC), by, outcome))
                .map(rows -> rows.rowCount());
    }
}
