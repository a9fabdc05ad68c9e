package be.leermeester.portal.status;

import be.leermeester.portal.status.FileApplication.Filing;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

final class FilingQueries {

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
