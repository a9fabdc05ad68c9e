package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The partnerships, and what stands recognised under each.
final class PartnershipReportQueries {

    private static final String NAMES = """
            SELECT code, name, kind, handles_complaints FROM portal.partnership
            UNION ALL
            SELECT code, name, 'SECTOR', false FROM portal.sector
            ORDER BY name, code
            """;

    // Whole numbers and "C" sort several times quicker than texts in Dutch order; a recognition, a company and a person
    // count once in each subtotal.
    private static final String STANDING_BY_PARTNERSHIP = "WITH " + AsOn.STANDING + """
            , approved AS MATERIALIZED (
                SELECT a.id, p.kind, a.establishment_number,
                    CASE p.kind WHEN 'SECTORAL' THEN p.code ELSE coalesce(a.sector_code, 'vp_unknown') END
                        COLLATE "C" AS unit
                FROM standing s
                JOIN portal.application a ON a.id = s.application_id
                JOIN portal.partnership p ON p.code = a.partnership_code
                WHERE s.approved AND ($2::text IS NULL OR a.partnership_code = $2)
            ), place AS MATERIALIZED (
                SELECT a.kind, a.unit, e.establishment_number::bigint AS establishment,
                    e.enterprise_number::bigint AS company, a.n
                FROM (SELECT kind, unit, establishment_number, count(*) AS n FROM approved GROUP BY 1, 2, 3) a
                JOIN portal.establishment e USING (establishment_number)
            ), mentor AS MATERIALIZED (
                SELECT DISTINCT a.kind, a.unit, m.person_id COLLATE "C" AS person_id
                FROM approved a
                JOIN learning.mentor_application m ON m.application_id = a.id
                WHERE\s""" + AsOn.MENTOR_HOLDS + """
            ), counted AS (
                SELECT kind, unit, grouping(kind, unit) AS level, sum(n)::bigint AS n_recognitions,
                    count(DISTINCT company) AS n_unique_companies,
                    count(DISTINCT establishment) AS n_unique_establishments,
                    0 AS n_unique_mentors
                FROM place GROUP BY ROLLUP (kind, unit)
                UNION ALL
                SELECT kind, unit, grouping(kind, unit), 0, 0, 0, count(DISTINCT person_id)
                FROM mentor GROUP BY ROLLUP (kind, unit)
            )
            SELECT CASE level WHEN 3 THEN 'grand_total' WHEN 0 THEN unit
                    ELSE CASE kind WHEN 'SECTORAL' THEN 'sectoral_partnerships_total' ELSE 'flemish_partnership' END
                END AS partnership_code,
                n_recognitions, n_unique_companies, n_unique_establishments, n_unique_mentors
            FROM counted
            """;

    private PartnershipReportQueries() {}

    /// Partnerships and sectors by name.
    static Future<Names> names(SqlClient reads) {
        return reads.preparedQuery(NAMES).execute().map(rows -> {
            List<String> sectoral = new ArrayList<>();
            List<String> sectors = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            Map<String, String> words = new LinkedHashMap<>();
            for (Row row : rows) {
                String code = row.getString("code");
                words.put(code, row.getString("name"));
                switch (row.getString("kind")) {
                    case "SECTORAL" -> sectoral.add(code);
                    case "SECTOR" -> sectors.add(code);
                    default -> {}
                }
                if (row.getBoolean("handles_complaints")) {
                    complaints.add(code);
                }
            }
            return new Names(sectoral, sectors, words, complaints);
        });
    }

    /// Recognitions that stand on the reference date by `partnership_code`: partnership, sector, kind and all.
    static Future<RowSet<Row>> standing(SqlClient reads, Question question) {
        return reads.preparedQuery(STANDING_BY_PARTNERSHIP)
                .execute(Tuple.of(question.moment(), question.partnership()));
    }
}
