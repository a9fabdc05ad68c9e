package be.leermeester.portal.status;

import be.leermeester.kernel.Problem;
import be.leermeester.portal.status.FileApplication.Filing;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

final class FilingQueries {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private FilingQueries() {}

    /// Until the end of the transaction nobody else files for this establishment and programme.
    static void claim(SqlConnection connection, String establishment, String programme) {
        connection
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("application:" + establishment + ":" + programme))
                .await();
    }

    static FileApplication.@Nullable Other inTheWay(
            SqlConnection connection,
            String establishment,
            String programme,
            @Nullable String renews,
            LocalDate today) {
        RowSet<Row> rows = connection
                .preparedQuery("""
                        SELECT id, status FROM portal.application
                        WHERE establishment_number = $1 AND programme_code = $2 AND id IS DISTINCT FROM $3
                          AND (status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')
                               OR (status = 'APPROVED' AND (valid_until IS NULL OR valid_until > $4)
                                   AND ($3::text IS NULL OR renews_application_id = $3)))
                        ORDER BY submitted_at DESC LIMIT 1
                        """)
                .execute(Tuple.of(establishment, programme, renews, today))
                .await();
        for (Row row : rows) {
            return new FileApplication.Other(row.getString("id"), RecognitionStatus.valueOf(row.getString("status")));
        }
        return null;
    }

    /// Why a place may not be a workplace for a partnership on a day.
    ///
    /// @param until the last day, null for good
    record Exclusion(@Nullable LocalDate until, String motivation) {}

    /// The exclusion that holds longest; null where there is none.
    static @Nullable Exclusion exclusion(
            SqlConnection connection, String establishment, String partnership, LocalDate day) {
        RowSet<Row> rows = connection
                .preparedQuery("""
                        SELECT x.until_on, x.motivation
                        FROM portal.exclusion x JOIN portal.establishment e USING (enterprise_number)
                        WHERE e.establishment_number = $1 AND x.lifted_at IS NULL
                          AND (x.establishment_number IS NULL OR x.establishment_number = $1)
                          AND (x.partnership_code IS NULL OR x.partnership_code = $2)
                          AND x.starts_on <= $3 AND (x.until_on IS NULL OR x.until_on >= $3)
                        ORDER BY x.until_on DESC NULLS FIRST LIMIT 1
                        """)
                .execute(Tuple.of(establishment, partnership, day))
                .await();
        for (Row row : rows) {
            return new Exclusion(row.getLocalDate("until_on"), row.getString("motivation"));
        }
        return null;
    }

    /// Throws [Problem.Conflict] with the reason where one holds.
    static void refuseExcluded(SqlConnection connection, String establishment, String partnership, LocalDate day) {
        Exclusion exclusion = exclusion(connection, establishment, partnership, day);
        if (exclusion != null) {
            throw exclusion.until() == null
                    ? new Problem.Conflict("status.excluded.for-good", exclusion.motivation())
                    : new Problem.Conflict(
                            "status.excluded.until", exclusion.motivation(), DAY.format(exclusion.until()));
        }
    }

    static String insert(SqlConnection connection, Filing filing, Instant now, LocalDate today) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code,
                          sector_code, submitted_at, submitted_by, filed_by, filed_as, renews_application_id)
                        VALUES ('D' || $1::text || '-' || lpad(nextval('portal.dossier_number')::text, 6, '0'),
                          $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        RETURNING id
                        """)
                .execute(Tuple.of(String.valueOf(today.getYear()))
                        .addString(filing.establishmentNumber())
                        .addString(filing.programmeCode())
                        .addString(filing.partnershipCode())
                        .addString(filing.sectorCode())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(filing.submittedBy())
                        .addString(filing.personId())
                        .addString(filing.filedAs())
                        .addString(filing.renews()))
                .await()
                .iterator()
                .next()
                .getString("id");
    }

    static void nameMentors(SqlConnection connection, String id, Filing filing, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO learning.mentor_application
                          (application_id, person_id, partnership_code, submitted_at, decision, recorded_at)
                        SELECT $1, person, $2, $3, 'PENDING', $3 FROM unnest($4::text[]) person
                        """)
                .execute(Tuple.of(id, filing.partnershipCode(), now.atOffset(ZoneOffset.UTC))
                        .addArrayOfString(filing.mentors().toArray(String[]::new)))
                .await();
    }
}
