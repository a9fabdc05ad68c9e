package be.leermeester.portal.mandate;

import be.leermeester.portal.rows.Held;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What schools and consultants ask of companies: a mandate.
final class RequestQueries {

    private RequestQueries() {}

    /// @param asker the name of who asks
    record Request(
            String id, Mandate.Company company, Mandate.Holder holder, String reason, String asker, Instant askedAt) {}

    /// What waits for the company's answer.
    static Future<List<Request>> ofCompany(SqlClient client, String enterprise) {
        return open(client, new Where().and("m.enterprise_number = ?", enterprise));
    }

    /// What these holders asked and is not answered.
    static Future<List<Request>> ofHolders(SqlClient client, Held held) {
        Where where = new Where();
        where.and(held.whose(where));
        return open(client, where);
    }

    static Future<List<Request>> one(SqlClient client, String id) {
        return open(client, new Where().and("m.id = ?", id));
    }

    private static Future<List<Request>> open(SqlClient client, Where where) {
        String sql = """
                SELECT m.id, m.enterprise_number, c.name AS company, m.kind, m.holder,
                       coalesce(t.name, ps.name, m.holder) AS holder_name, m.reason, m.asked_at,
                       p.first_name || ' ' || p.last_name AS asker
                FROM portal.mandate_request m
                JOIN portal.company c USING (enterprise_number)
                JOIN kernel.person p ON p.id = m.asked_by
                LEFT JOIN portal.training_provider t ON m.kind = 'TRAINING_PROVIDER' AND t.code = m.holder
                LEFT JOIN portal.partnership ps ON m.kind <> 'TRAINING_PROVIDER' AND ps.code = m.holder
                WHERE m.answered_at IS NULL AND %s ORDER BY m.asked_at, m.id LIMIT 100
                """.formatted(where.sql());
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Request> requests = new ArrayList<>();
            rows.forEach(row -> requests.add(request(row)));
            return List.copyOf(requests);
        });
    }

    private static Request request(Row row) {
        return new Request(
                row.getString("id"),
                new Mandate.Company(row.getString("enterprise_number"), row.getString("company")),
                new Mandate.Holder(row.getString("kind"), row.getString("holder"), row.getString("holder_name")),
                row.getString("reason"),
                row.getString("asker"),
                row.getOffsetDateTime("asked_at").toInstant());
    }

    /// False where the same was asked already and waits for an answer.
    static Future<Boolean> insert(SqlConnection connection, Request request, String by) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.mandate_request (id, enterprise_number, kind, holder, reason, asked_by, asked_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(
                                request.id(),
                                request.company().number(),
                                request.holder().kind(),
                                request.holder().code())
                        .addString(request.reason())
                        .addString(by)
                        .addOffsetDateTime(request.askedAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /// The mandate answers what its holder asked.
    static Future<RowSet<Row>> answer(
            SqlConnection connection,
            String enterprise,
            Mandate.Holder holder,
            String mandateId,
            String by,
            Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.mandate_request SET answered_at = $4, answered_by = $5, mandate_id = $6
                        WHERE enterprise_number = $1 AND kind = $2 AND holder = $3 AND answered_at IS NULL
                        """)
                .execute(Tuple.of(enterprise, holder.kind(), holder.code())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(by)
                        .addString(mandateId));
    }

    /// False where it was answered already.
    static Future<Boolean> decline(SqlConnection connection, String id, String by, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.mandate_request SET answered_at = $2, answered_by = $3
                        WHERE id = $1 AND answered_at IS NULL
                        """)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), by))
                .map(rows -> rows.rowCount() == 1);
    }

    /// A company of the register that can be asked.
    record Candidate(String number, String name, String place) {
        public String written() {
            return Written.enterprise(number);
        }
    }

    /// Companies by (part of) the number or the name; none for fewer than three letters or digits.
    static Future<List<Candidate>> candidates(SqlClient client, String typed) {
        Where where = new Where();
        Written.digits(typed)
                .ifPresentOrElse(
                        digits -> where.and("c.enterprise_number LIKE ?", digits + "%"),
                        () -> where.and("c.name ILIKE ?", Where.containing(typed)));
        if (typed.length() < 3) {
            where.and("FALSE");
        }
        String sql = """
                SELECT c.enterprise_number, c.name, coalesce((SELECT min(municipality) FROM portal.establishment es
                         WHERE es.enterprise_number = c.enterprise_number AND es.ceased_on IS NULL), '') AS place
                FROM portal.company c WHERE c.ceased_on IS NULL AND %s ORDER BY c.name, c.enterprise_number LIMIT 20
                """.formatted(where.sql());
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Candidate> found = new ArrayList<>();
            rows.forEach(row -> found.add(
                    new Candidate(row.getString("enterprise_number"), row.getString("name"), row.getString("place"))));
            return List.copyOf(found);
        });
    }
}
