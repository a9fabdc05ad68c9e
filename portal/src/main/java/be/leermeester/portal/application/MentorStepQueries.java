package be.leermeester.portal.application;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who can be named as mentor, and what is asked of him. On a virtual thread.
final class MentorStepQueries {

    private MentorStepQueries() {}

    /// Somebody whom the portal knows.
    ///
    /// @param sealed the national number as the vault sealed it; null where it is not known
    /// @param trained whether the mentor training is followed, or not needed
    record Colleague(
            String id,
            String firstName,
            String lastName,
            String email,
            @Nullable Buffer sealed,
            boolean trained) {
        public String name() {
            return firstName + " " + lastName;
        }

        @Override
        public String toString() {
            return "Colleague(" + id + ")";
        }
    }

    private static final String PERSON = """
            SELECT w.id, w.first_name, w.last_name, coalesce(w.email, '') AS email, w.national_number_sealed,
              coalesce((SELECT bool_or(o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT'))
                        FROM learning.obligation o WHERE o.person_id = w.id), false) AS trained
            FROM kernel.person w
            """;

    /// Mentors named before on dossiers of this company, those already trained first (M11).
    static List<Colleague> colleagues(SqlClient client, String enterprise) {
        List<Colleague> found = new ArrayList<>();
        client.preparedQuery(PERSON + """
                        WHERE w.id IN (
                          SELECT m.person_id FROM portal.establishment e
                          JOIN portal.application a USING (establishment_number)
                          JOIN learning.mentor_application m ON m.application_id = a.id
                          WHERE e.enterprise_number = $1 AND m.decision <> 'REJECTED')
                        ORDER BY trained DESC, w.last_name, w.first_name, w.id LIMIT 200
                        """)
                .execute(Tuple.of(enterprise))
                .await()
                .forEach(row -> found.add(colleague(row)));
        return found;
    }

    static @Nullable Colleague person(SqlClient client, String id) {
        for (Row row : client.preparedQuery(PERSON + "WHERE w.id = $1")
                .execute(Tuple.of(id))
                .await()) {
            return colleague(row);
        }
        return null;
    }

    static @Nullable Colleague byNumber(SqlClient client, byte[] hash) {
        for (Row row : client.preparedQuery(PERSON + "WHERE w.national_number_hash = $1")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .await()) {
            return colleague(row);
        }
        return null;
    }

    /// What satisfies all of these partnerships.
    static MentorPolicy policy(SqlClient client, List<String> partnerships, LocalDate today) {
        MentorPolicy policy = null;
        for (Row row : client.preparedQuery("""
                        SELECT p.minimum_age, p.lowered_age, p.minimum_practice, EXISTS (
                          SELECT FROM portal.required_document d
                          WHERE d.partnership_code = p.partnership_code AND d.kind = 'CRIMINAL_RECORD' AND d.required) AS extract
                        FROM portal.partnership_policy p
                        WHERE p.partnership_code = ANY ($1) AND p.valid_from <= $2
                          AND (p.valid_to IS NULL OR p.valid_to >= $2)
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(DraftQueries.array(partnerships))
                        .addLocalDate(today))
                .await()) {
            MentorPolicy one =
                    new MentorPolicy(row.getInteger(0), row.getInteger(1), row.getInteger(2), row.getBoolean(3));
            policy = policy == null ? one : policy.and(one);
        }
        return policy == null ? MentorPolicy.USUAL : policy;
    }

    private static Colleague colleague(Row row) {
        return new Colleague(
                row.getString("id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getBuffer("national_number_sealed"),
                row.getBoolean("trained"));
    }
}
