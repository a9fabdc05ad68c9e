package be.leermeester.portal.application;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the portal knows of who is competent. On a virtual thread.
final class CompetenceQueries {

    private CompetenceQueries() {}

    /// @param other the dossier that stands in the way at the chosen place; null where none does
    record Programme(
            String code,
            String name,
            String system,
            @Nullable String other) {}

    /// The proposal for a programme of a company of this joint committee, `""` where the register does not know it.
    static Competence propose(SqlClient client, String committee, String programme, LocalDate today) {
        return Competence.of(
                committee.isEmpty() ? null : ruled(client, committee, today),
                !committee.isEmpty(),
                tallies(client, committee, programme));
    }

    /// Rules that say no more than a joint committee: a condition, or a number that the source prints otherwise than
    /// the register, is for a handler to judge.
    private static @Nullable String ruled(SqlClient client, String committee, LocalDate today) {
        for (Row row :
                client.preparedQuery("""
                        SELECT partnership_code FROM portal.partnership_rule
                        WHERE rule_type = 'joint_committee' AND NOT ambiguous AND condition = ''
                          AND value_code = 'pc_' || replace($1, '.', '_')
                          AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)
                        ORDER BY id LIMIT 1
                        """).execute(Tuple.of(committee, today)).await()) {
            return row.getString(0);
        }
        return null;
    }

    private static List<Competence.Tally> tallies(SqlClient client, String committee, String programme) {
        List<Competence.Tally> tallies = new ArrayList<>();
        client.preparedQuery("""
                        SELECT a.partnership_code, a.sector_code, c.joint_committee = $1 AND $1 <> '' AS committee,
                          a.programme_code = $2 AS programme, count(*) AS number
                        FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number)
                        JOIN portal.company c USING (enterprise_number)
                        WHERE a.first_decision = 'APPROVED'
                          AND (a.programme_code = $2 OR ($1 <> '' AND c.joint_committee = $1))
                        GROUP BY 1, 2, 3, 4
                        """)
                .execute(Tuple.of(committee, programme))
                .await()
                .forEach(row -> tallies.add(new Competence.Tally(
                        row.getString("partnership_code"),
                        row.getString("sector_code"),
                        row.getBoolean("committee"),
                        row.getBoolean("programme"),
                        row.getLong("number"))));
        return tallies;
    }

    static String partnership(SqlClient client, String code) {
        for (Row row : client.preparedQuery("SELECT name FROM portal.partnership WHERE code = $1")
                .execute(Tuple.of(code))
                .await()) {
            return row.getString(0);
        }
        return code;
    }

    /// The programmes with these codes, in that order; unknown ones are left out.
    static List<Programme> programmes(SqlClient client, List<String> codes, @Nullable String place, LocalDate today) {
        return rows(
                client,
                "WHERE p.code = ANY ($1) ORDER BY array_position($1, p.code)",
                Tuple.tuple().addArrayOfString(DraftQueries.array(codes)),
                place,
                today);
    }

    /// By part of the name, or by code; dual ones first, those that a successor replaced left out.
    static List<Programme> find(
            SqlClient client, String pattern, String code, int limit, @Nullable String place, LocalDate today) {
        return rows(client, """
                WHERE (p.name ILIKE $1 OR p.code = $4) AND p.successor_code IS NULL
                ORDER BY p.system <> 'DUAL', p.name, p.code LIMIT $5
                """, Tuple.of(pattern), place, today, code, limit);
    }

    private static List<Programme> rows(
            SqlClient client, String which, Tuple first, @Nullable String place, LocalDate today, Object... more) {
        Tuple values = first.addString(place).addLocalDate(today);
        for (Object value : more) {
            values.addValue(value);
        }
        List<Programme> found = new ArrayList<>();
        client.preparedQuery("""
                        SELECT p.code, p.name, p.system, (
                          SELECT a.id FROM portal.application a
                          WHERE a.establishment_number = $2 AND a.programme_code = p.code
                            AND (a.status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')
                                 OR a.status = 'APPROVED' AND (a.valid_until IS NULL OR a.valid_until > $3))
                          ORDER BY a.submitted_at DESC LIMIT 1) AS other
                        FROM portal.programme p
                        """ + which)
                .execute(values)
                .await()
                .forEach(row -> found.add(new Programme(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("system"),
                        row.getString("other"))));
        return found;
    }
}
