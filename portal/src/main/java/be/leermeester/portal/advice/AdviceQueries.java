package be.leermeester.portal.advice;

import static be.leermeester.portal.advice.ListQueries.utc;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What handlers read of the lists.
final class AdviceQueries {

    private AdviceQueries() {}

    /// Where an item stands: DRAFT, RUNNING, or what came of it, recorded or not. The moment is `%s`.
    private static final String STATE = "CASE WHEN l.sent_at IS NULL THEN 'DRAFT' WHEN l.closes_at > %s THEN 'RUNNING'"
            + " ELSE coalesce(i.outcome, " + ListQueries.OUTCOME + ") END";

    /// One dossier on one list.
    ///
    /// @param state DRAFT, RUNNING, AGREED, OBJECTED or LAPSED
    /// @param agreed how many members agree, of `asked`
    record Item(
            String listId,
            String partnershipCode,
            String partnership,
            @Nullable Instant closesAt,
            String dossier,
            String company,
            String programme,
            String municipality,
            String status,
            @Nullable LocalDate decideBy,
            String note,
            String state,
            long asked,
            long agreed,
            long objected) {

        /// The last day on which the partnership itself can decide.
        public @Nullable LocalDate lastDay() {
            return decideBy == null ? null : decideBy.minusDays(1);
        }
    }

    private static final String ITEM = """
            SELECT l.id AS list_id, l.partnership_code, pa.name AS partnership, l.closes_at, a.id AS dossier,
                   c.name AS company, g.name AS programme, e.municipality, a.status, a.decide_by, i.note, %s AS state,
                   (SELECT count(*) FROM portal.advice_voter w WHERE w.list_id = l.id) AS asked,
                   (SELECT count(*) FROM portal.advice_vote v WHERE v.list_id = l.id AND v.application_id = a.id AND v.agrees)
                     AS agreed,
                   (SELECT count(*) FROM portal.objection o WHERE o.list_id = l.id AND o.application_id = a.id
                      AND o.withdrawn_at IS NULL) AS objected
            FROM portal.advice_list l
            JOIN portal.partnership pa ON pa.code = l.partnership_code
            JOIN portal.advice_item i ON i.list_id = l.id
            JOIN portal.application a ON a.id = i.application_id
            JOIN portal.establishment e USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            JOIN portal.programme g ON g.code = a.programme_code
            WHERE\s""";

    /// The lists not sent yet and those that close after a moment, soonest first.
    static Future<List<Item>> items(SqlClient client, Scope scope, Instant now, Instant from) {
        Where where = new Where();
        String state = STATE.formatted(where.bind(utc(now)));
        where.and("l.closes_at IS NULL OR l.closes_at >= ?", utc(from));
        if (!scope.everything()) {
            where.and("l.partnership_code = ANY (?)", scope.partnerships());
        }
        return list(
                client,
                ITEM.formatted(state) + where.sql() + " ORDER BY l.closes_at NULLS FIRST, l.id, c.name, a.id",
                where.tuple(),
                AdviceQueries::item);
    }

    /// Every list on which one dossier stands or stood, newest first.
    static Future<List<Item>> ofDossier(SqlClient client, String dossier, Instant now) {
        Where where = new Where();
        String state = STATE.formatted(where.bind(utc(now)));
        where.and("a.id = ?", dossier);
        return list(
                client,
                ITEM.formatted(state) + where.sql() + " ORDER BY l.created_at DESC",
                where.tuple(),
                AdviceQueries::item);
    }

    private static Item item(Row row) {
        return new Item(
                row.getString("list_id"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                moment(row, "closes_at"),
                row.getString("dossier"),
                row.getString("company"),
                row.getString("programme"),
                row.getString("municipality"),
                row.getString("status"),
                row.getLocalDate("decide_by"),
                row.getString("note"),
                row.getString("state"),
                row.getLong("asked"),
                row.getLong("agreed"),
                row.getLong("objected"));
    }

    /// What a member said about a dossier, on whichever list.
    ///
    /// @param said AGREE, OBJECT, WITHDRAWN or SILENT
    record Said(
            String listId,
            String name,
            String said,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String objection,
            @Nullable String answer,
            @Nullable String handler,
            @Nullable Instant handledAt) {

        public boolean open() {
            return objection != null && handledAt == null && said.equals("OBJECT");
        }
    }

    static Future<List<Said>> said(SqlClient client, String dossier) {
        return list(
                client,
                """
                SELECT w.list_id, concat_ws(' ', p.first_name, p.last_name) AS name, o.id AS objection, o.reason, o.answer,
                       concat_ws(' ', h.first_name, h.last_name) AS handler, o.handled_at,
                       CASE WHEN o.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN o.id IS NOT NULL THEN 'OBJECT'
                            WHEN v.agrees THEN 'AGREE' ELSE 'SILENT' END AS said,
                       coalesce(o.withdrawn_at, o.raised_at, v.voted_at) AS at
                FROM portal.advice_item i
                JOIN portal.advice_voter w USING (list_id)
                JOIN kernel.person p ON p.id = w.person_id
                LEFT JOIN portal.advice_vote v
                  ON v.list_id = w.list_id AND v.application_id = i.application_id AND v.person_id = w.person_id
                LEFT JOIN portal.objection o
                  ON o.list_id = w.list_id AND o.application_id = i.application_id AND o.person_id = w.person_id
                LEFT JOIN kernel.person h ON h.id = o.handled_by
                WHERE i.application_id = $1 ORDER BY p.last_name, p.first_name, p.id, o.raised_at
                """,
                Tuple.of(dossier),
                row -> new Said(
                        row.getString("list_id"),
                        row.getString("name"),
                        row.getString("said"),
                        moment(row, "at"),
                        row.getString("reason"),
                        row.getString("objection"),
                        row.getString("answer"),
                        row.getString("handler"),
                        moment(row, "handled_at")));
    }

    /// Until when a list with this dossier takes voices; null where there is none.
    static Future<@Nullable Instant> runningUntil(SqlClient client, String dossier, Instant now) {
        return client.preparedQuery("""
                        SELECT l.closes_at FROM portal.advice_item i JOIN portal.advice_list l ON l.id = i.list_id
                        WHERE i.application_id = $1 AND l.closes_at > $2
                        """).execute(Tuple.of(dossier, utc(now))).map(rows -> {
            for (Row row : rows) {
                return moment(row, "closes_at");
            }
            return null;
        });
    }

    /// The regular closing moments of a partnership on a day.
    static Future<List<AdviceMoment>> moments(SqlClient client, String partnership, LocalDate today) {
        return list(
                client,
                """
                SELECT closes_on, closes_at FROM portal.advice_moment
                WHERE partnership_code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
                """,
                Tuple.of(partnership, today),
                row -> new AdviceMoment(DayOfWeek.of(row.getInteger("closes_on")), row.getLocalTime("closes_at")));
    }

    /// What is asked of a dossier before anything is done to it.
    record Head(String id, String partnership, String status, String company) {}

    /// Null where there is none.
    static Future<@Nullable Head> head(SqlClient client, String dossier) {
        return client.preparedQuery("""
                        SELECT a.partnership_code, a.status, c.name FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number) JOIN portal.company c USING (enterprise_number)
                        WHERE a.id = $1
                        """).execute(Tuple.of(dossier)).map(rows -> {
            for (Row row : rows) {
                return new Head(
                        dossier, row.getString("partnership_code"), row.getString("status"), row.getString("name"));
            }
            return null;
        });
    }

    static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }

    static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> as) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(as.apply(row)));
            return found;
        });
    }
}
