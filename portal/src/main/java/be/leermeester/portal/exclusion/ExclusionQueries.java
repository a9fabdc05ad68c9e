package be.leermeester.portal.exclusion;

import be.leermeester.portal.agreement.AgreementStatus;
import be.leermeester.portal.exclusion.Exclusion.Target;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class ExclusionQueries {

    private ExclusionQueries() {}

    /// The company or establishment of a number; null where there is none.
    static @Nullable Target target(SqlClient client, String number) {
        List<Target> found = list(client, """
                SELECT c.enterprise_number, c.name AS company, e.establishment_number,
                       concat_ws(', ', coalesce(nullif(e.name, ''), c.name), nullif(e.municipality, '')) AS establishment
                FROM portal.company c
                LEFT JOIN portal.establishment e ON e.enterprise_number = c.enterprise_number AND e.establishment_number = $1
                WHERE c.enterprise_number = $1
                   OR c.enterprise_number = (SELECT enterprise_number FROM portal.establishment WHERE establishment_number = $1)
                """, Tuple.of(number), ExclusionQueries::target);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Target target(Row row) {
        String establishment = row.getString("establishment_number");
        return new Target(
                row.getString("enterprise_number"),
                row.getString("company"),
                establishment,
                establishment == null ? null : row.getString("establishment"));
    }

    /// A dossier that an exclusion ends.
    ///
    /// @param status APPROVED, or open and on the clock
    /// @param running how many agreements run under it
    record Hit(String dossier, String status, String programme, String municipality, String partnership, long running) {

        /// The key of what becomes of it.
        public String becomes() {
            return "exclusion.new.becomes." + status;
        }
    }

    /// Valid recognitions and applications on the clock, in the order in which they are locked.
    static List<Hit> hits(SqlClient client, Target target, @Nullable String partnership, LocalDate today) {
        Where where = new Where();
        String running = AgreementStatus.running(where, today);
        where.and("a.status IN ('APPROVED', 'SUBMITTED', 'IN_REVIEW')")
                .and("e.enterprise_number = ?", target.enterpriseNumber());
        if (target.establishmentNumber() != null) {
            where.and("e.establishment_number = ?", target.establishmentNumber());
        }
        if (partnership != null) {
            where.and("a.partnership_code = ?", partnership);
        }
        return list(
                client,
                "SELECT a.id, a.status, g.name AS programme, e.municipality, p.name AS partnership,"
                        + " (SELECT count(*) FROM portal.agreement g WHERE g.application_id = a.id AND " + running + """
                        ) AS running
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                        JOIN portal.programme g ON g.code = a.programme_code
                        JOIN portal.partnership p ON p.code = a.partnership_code
                        WHERE\s"""
                        + where.sql() + " ORDER BY a.id",
                where.tuple(),
                row -> new Hit(
                        row.getString("id"),
                        row.getString("status"),
                        row.getString("programme"),
                        row.getString("municipality"),
                        row.getString("partnership"),
                        row.getLong("running")));
    }

    static void insert(
            SqlConnection connection, String id, ExcludeCompany.Decision decision, LocalDate on, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.exclusion (id, enterprise_number, establishment_number, partnership_code, reason,
                          motivation, starts_on, until_on, decided_at, decided_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """)
                .execute(Tuple.of(id, decision.target().enterpriseNumber())
                        .addString(decision.target().establishmentNumber())
                        .addString(decision.partnership())
                        .addString(decision.reason().name())
                        .addString(decision.motivation())
                        .addLocalDate(on)
                        .addLocalDate(decision.until())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(decision.by()))
                .await();
    }

    /// False where it was lifted already.
    static boolean lift(SqlConnection connection, String id, String because, String by, Instant now) {
        return connection
                        .preparedQuery("""
                                UPDATE portal.exclusion SET lifted_at = $2, lifted_by = $3, lifted_because = $4
                                WHERE id = $1 AND lifted_at IS NULL
                                """)
                        .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), by, because))
                        .await()
                        .rowCount()
                == 1;
    }

    /// Who works for the company and for the schools of the agreements that ran under these dossiers.
    static List<Addressee> parties(SqlConnection connection, Target target, List<String> schools) {
        return list(
                connection,
                """
                SELECT DISTINCT p.id, concat_ws(' ', p.first_name, p.last_name) AS name, p.email, p.language
                FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id
                WHERE p.email <> '' AND (r.role = 'COMPANY' AND r.scope = $1 OR r.role = 'SCHOOL' AND r.scope = ANY ($2))
                ORDER BY p.id
                """,
                Tuple.of(target.enterpriseNumber()).addArrayOfString(schools.toArray(String[]::new)),
                row -> new Addressee(
                        row.getString("id"), row.getString("name"), row.getString("email"), row.getString("language")));
    }

    /// The schools with an agreement that runs under one of these dossiers.
    static List<String> schools(SqlConnection connection, List<String> dossiers, LocalDate today) {
        Where where = new Where();
        String running = AgreementStatus.running(where, today);
        where.and("g.application_id = ANY (?)", dossiers);
        return list(
                connection,
                "SELECT DISTINCT g.provider_code FROM portal.agreement g WHERE g.provider_code IS NOT NULL AND "
                        + running + " AND " + where.sql() + " ORDER BY 1",
                where.tuple(),
                row -> row.getString(0));
    }

    private static final String SELECT = """
            SELECT x.*, c.name AS company, pa.name AS partnership,
                   concat_ws(', ', coalesce(nullif(e.name, ''), c.name), nullif(e.municipality, '')) AS establishment,
                   concat_ws(' ', d.first_name, d.last_name) AS decider, concat_ws(' ', l.first_name, l.last_name) AS lifter
            FROM portal.exclusion x JOIN portal.company c USING (enterprise_number)
            LEFT JOIN portal.establishment e ON e.establishment_number = x.establishment_number
            LEFT JOIN portal.partnership pa ON pa.code = x.partnership_code
            JOIN kernel.person d ON d.id = x.decided_by
            LEFT JOIN kernel.person l ON l.id = x.lifted_by
            WHERE\s""";

    /// Those that hold first, then the newest; a handler sees those of the own partnerships and those over all.
    static List<Exclusion> all(SqlClient client, Scope scope, @Nullable String id) {
        Where where = new Where();
        if (!scope.everything()) {
            where.and("x.partnership_code IS NULL OR x.partnership_code = ANY (?)", scope.partnerships());
        }
        if (id != null) {
            where.and("x.id = ?", id);
        }
        return list(
                client,
                SELECT + where.sql() + " ORDER BY x.lifted_at IS NOT NULL, x.decided_at DESC, x.id LIMIT 500",
                where.tuple(),
                row -> new Exclusion(
                        row.getString("id"),
                        target(row),
                        row.getString("partnership_code"),
                        row.getString("partnership"),
                        row.getString("reason"),
                        row.getString("motivation"),
                        row.getLocalDate("starts_on"),
                        row.getLocalDate("until_on"),
                        row.getOffsetDateTime("decided_at").toInstant(),
                        row.getString("decider"),
                        moment(row.getOffsetDateTime("lifted_at")),
                        row.getString("lifter"),
                        row.getString("lifted_because")));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static <T> List<T> list(SqlClient client, String sql, Tuple values, Function<Row, T> as) {
        List<T> found = new ArrayList<>();
        client.preparedQuery(sql).execute(values).await().forEach(row -> found.add(as.apply(row)));
        return found;
    }
}
