package be.leermeester.portal.mandate;

import be.leermeester.portal.rows.Held;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mandates as they are read.
final class MandateQueries {

    private MandateQueries() {}

    /// The mandate under which a school or partnership does something for a company; null where none reaches it.
    ///
    /// @param errand null for anything
    static Future<@Nullable Applicant> held(SqlClient client, String enterprise, Held held, @Nullable Errand errand) {
        Where where = new Where().and("m.enterprise_number = ?", enterprise);
        where.and(held.sql(where));
        if (errand != null) {
            where.and("m.acts = '{}' OR ? = ANY (m.acts)", errand.kind().name());
            if (errand.establishment() != null) {
                where.and("m.establishments = '{}' OR ? = ANY (m.establishments)", errand.establishment());
            }
            if (errand.programme() != null) {
                where.and("m.programmes = '{}' OR ? = ANY (m.programmes)", errand.programme());
            }
        }
        return client.preparedQuery("SELECT m.kind, m.holder FROM portal.mandate m WHERE " + where.sql()
                        + " ORDER BY m.starts_on DESC, m.id LIMIT 1")
                .execute(where.tuple())
                .map(rows -> {
                    for (Row row : rows) {
                        return new Applicant(enterprise, row.getString("kind"), row.getString("holder"));
                    }
                    return null;
                });
    }

    private static final String SELECT = """
            SELECT m.id, m.kind, m.holder, m.starts_on, m.ends_on, m.acts, m.given_at, m.file_hash, m.file_name,
                   m.enterprise_number, c.name AS company, %2$s AS standing,
                   (m.revoked_at AT TIME ZONE 'Europe/Brussels')::date AS revoked_on,
                   coalesce(t.name, ps.name, m.holder) AS holder_name, g.first_name || ' ' || g.last_name AS given_by,
                   (SELECT jsonb_agg(jsonb_build_object('code', es.establishment_number, 'name',
                             concat_ws(', ', nullif(es.name, ''), nullif(concat_ws(' ', es.street, es.house_number), ''),
                                       nullif(es.municipality, ''))) ORDER BY es.municipality, es.establishment_number)
                      FROM portal.establishment es WHERE es.establishment_number = ANY (m.establishments)) AS places,
                   (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name) ORDER BY p.name)
                      FROM portal.programme p WHERE p.code = ANY (m.programmes)) AS programmes
            FROM portal.mandate m
            JOIN portal.company c USING (enterprise_number)
            LEFT JOIN portal.training_provider t ON m.kind = 'TRAINING_PROVIDER' AND t.code = m.holder
            LEFT JOIN portal.partnership ps ON m.kind <> 'TRAINING_PROVIDER' AND ps.code = m.holder
            LEFT JOIN kernel.person g ON g.id = m.given_by
            WHERE %1$s
            """;

    /// Those that stand first, then the others, the latest first.
    private static final String ORDER = """
            ORDER BY m.revoked_at IS NOT NULL OR m.ends_on < %s, m.ends_on IS NULL, m.ends_on, m.starts_on DESC, m.id
            LIMIT 500
            """;

    static Future<List<Mandate>> ofCompany(SqlClient client, String enterprise, LocalDate today) {
        return list(client, new Where().and("m.enterprise_number = ?", enterprise), today);
    }

    /// All mandates of these holders, in force or not.
    static Future<List<Mandate>> ofHolders(SqlClient client, Held held) {
        Where where = new Where();
        where.and(held.whose(where));
        return list(client, where, held.today());
    }

    /// The mandate that comes nearest to what these holders asked, in force or not.
    static Future<@Nullable Mandate> latest(SqlClient client, String enterprise, Held held) {
        Where where = new Where().and("m.enterprise_number = ?", enterprise);
        where.and(held.whose(where));
        return list(client, where, held.today()).map(all -> {
            Mandate best = null;
            for (Mandate each : all) {
                best = best == null || nearness(each) > nearness(best) ? each : best;
            }
            return best;
        });
    }

    private static long nearness(Mandate mandate) {
        LocalDate ended = mandate.endedOn();
        return switch (mandate.standing()) {
            case HOLDS -> Long.MAX_VALUE;
            case COMING -> Long.MAX_VALUE - 1;
            case ENDED, REVOKED -> ended == null ? 0 : ended.toEpochDay();
        };
    }

    static Future<@Nullable Mandate> one(SqlClient client, String id, LocalDate today) {
        return list(client, new Where().and("m.id = ?", id), today)
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private static Future<List<Mandate>> list(SqlClient client, Where where, LocalDate today) {
        String day = where.bind(today) + "::date";
        String sql = SELECT.formatted(where.sql(), standing(day)) + ORDER.formatted(day);
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Mandate> mandates = new ArrayList<>();
            rows.forEach(row -> mandates.add(mandate(row)));
            return List.copyOf(mandates);
        });
    }

    /// The name of a [Standing]; `portal.mandate` is `m`.
    private static String standing(String today) {
        return """
                CASE WHEN m.revoked_at IS NOT NULL THEN 'REVOKED' WHEN m.ends_on < %1$s THEN 'ENDED'
                     WHEN m.starts_on > %1$s THEN 'COMING' ELSE 'HOLDS' END""".formatted(today);
    }

    private static Mandate mandate(Row row) {
        OffsetDateTime givenAt = row.getOffsetDateTime("given_at");
        return new Mandate(
                row.getString("id"),
                new Mandate.Company(row.getString("enterprise_number"), row.getString("company")),
                new Mandate.Holder(row.getString("kind"), row.getString("holder"), row.getString("holder_name")),
                new Mandate.Reach(
                        named(row.getValue("places")),
                        named(row.getValue("programmes")),
                        List.of(row.getArrayOfStrings("acts"))),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ends_on"),
                Standing.valueOf(row.getString("standing")),
                row.getLocalDate("revoked_on"),
                row.getString("given_by"),
                givenAt == null ? null : givenAt.toInstant(),
                row.getString("file_hash"),
                row.getString("file_name"));
    }

    private static List<Mandate.Named> named(@Nullable Object json) {
        if (!(json instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream()
                .map(JsonObject.class::cast)
                .map(each -> new Mandate.Named(each.getString("code"), each.getString("name")))
                .toList();
    }

    /// Something that the holder did under a mandate.
    record Deed(String mandateId, Instant at, String status, String dossier, String programme) {}

    /// What the holders of a company's mandates filed and withdrew for it, the latest first.
    static Future<List<Deed>> deeds(SqlClient client, String enterprise) {
        String sql = """
                SELECT m.id AS mandate, e.at, e.status, a.id AS dossier, p.name AS programme
                FROM portal.mandate m
                JOIN portal.establishment es USING (enterprise_number)
                JOIN portal.application a USING (establishment_number)
                JOIN portal.programme p ON p.code = a.programme_code
                JOIN portal.application_event e ON e.application_id = a.id
                WHERE m.enterprise_number = $1 AND a.submitted_by = m.kind AND e.status IN ('SUBMITTED', 'CANCELLED')
                  AND (a.filed_as = m.holder OR a.filed_as IS NULL AND e.seq = 1)
                  AND e.at >= m.starts_on AND (m.revoked_at IS NULL OR e.at <= m.revoked_at)
                  AND (m.ends_on IS NULL OR e.at < m.ends_on + 1)
                  AND (e.seq = 1 OR e.actor IN (SELECT person_id FROM kernel.person_role WHERE scope = m.holder))
                ORDER BY e.at DESC, e.application_id LIMIT 200
                """;
        return client.preparedQuery(sql).execute(Tuple.of(enterprise)).map(rows -> {
            List<Deed> deeds = new ArrayList<>();
            rows.forEach(row -> deeds.add(new Deed(
                    row.getString("mandate"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("status"),
                    row.getString("dossier"),
                    row.getString("programme"))));
            return List.copyOf(deeds);
        });
    }

    /// A line of a mandate's history.
    ///
    /// @param type the event's
    record Step(Instant at, String type, String who) {}

    static Future<List<Step>> history(SqlClient client, Mandate mandate) {
        String sql = """
                SELECT e.at, e.type, coalesce(p.first_name || ' ' || p.last_name, '') AS who
                FROM kernel.event e LEFT JOIN kernel.person p ON p.id = e.actor
                WHERE e.subject = $1 AND e.type IN ('MandateGiven', 'MandateLimited', 'MandateRevoked')
                  AND e.payload ->> 'mandate' = $2
                ORDER BY e.at DESC, e.tx DESC, e.id DESC LIMIT 50
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of("company:" + mandate.company().number(), mandate.id()))
                .map(rows -> {
                    List<Step> steps = new ArrayList<>();
                    rows.forEach(row -> steps.add(new Step(
                            row.getOffsetDateTime("at").toInstant(), row.getString("type"), row.getString("who"))));
                    return List.copyOf(steps);
                });
    }
}
