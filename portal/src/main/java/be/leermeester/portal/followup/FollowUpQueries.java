package be.leermeester.portal.followup;

import be.leermeester.portal.followup.FollowUps.Desk;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What is to be followed up.
final class FollowUpQueries {

    private FollowUpQueries() {}

    private static final String FROM = """
            FROM portal.follow_up f
            JOIN portal.partnership s ON s.code = f.partnership_code
            LEFT JOIN portal.company c USING (enterprise_number)
            LEFT JOIN portal.application a ON a.id = f.application_id
            LEFT JOIN portal.programme g ON g.code = a.programme_code
            LEFT JOIN portal.establishment e ON e.establishment_number = a.establishment_number
            LEFT JOIN kernel.person t ON t.id = f.taken_by
            LEFT JOIN kernel.person w ON w.id = f.closed_by
            LEFT JOIN kernel.person m ON m.id = CASE WHEN f.subject ~ '^(person|mentor):'
                                                     THEN regexp_replace(f.subject, '^.*:', '') END
            WHERE\s""";

    private static final String COLUMNS = """
            SELECT f.*, s.name AS partnership, c.name AS company, g.name AS programme, e.municipality,
                   nullif(concat_ws(' ', t.first_name, t.last_name), '') AS taker,
                   nullif(concat_ws(' ', w.first_name, w.last_name), '') AS closer,
                   nullif(concat_ws(' ', m.first_name, m.last_name), '') AS person,
                   (SELECT count(*)::int FROM portal.follow_up_step x WHERE x.follow_up_id = f.id) AS steps
            """;

    static Future<List<FollowUpItem>> list(SqlClient client, FollowUpFilter filter, Desk desk, int size, int offset) {
        Where where = asked(filter, desk);
        String sql = COLUMNS + FROM + where.sql() + "\nORDER BY f.due_on NULLS LAST, f.opened_at, f.id LIMIT "
                + where.bind(size) + " OFFSET " + where.bind(offset);
        return items(client, sql, where);
    }

    /// One that this desk sees, open or closed; null where there is none.
    static Future<@Nullable FollowUpItem> one(SqlClient client, String id, Desk desk) {
        Where where = seen(desk).and("f.id = ?", id);
        return items(client, COLUMNS + FROM + where.sql(), where)
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    static Future<Long> count(SqlClient client, FollowUpFilter filter, Desk desk) {
        Where where = asked(filter, desk);
        return client.preparedQuery("SELECT count(*) FROM portal.follow_up f LEFT JOIN portal.company c"
                        + " USING (enterprise_number) WHERE " + where.sql())
                .execute(where.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /// How many of each kind, the most frequent first.
    static Future<Map<String, Long>> kinds(SqlClient client, FollowUpFilter filter, Desk desk) {
        Where where = asked(filter.ofAnyKind(), desk);
        return client.preparedQuery("SELECT f.kind, count(*) FROM portal.follow_up f LEFT JOIN portal.company c"
                        + " USING (enterprise_number) WHERE " + where.sql() + " GROUP BY 1 ORDER BY 2 DESC, 1")
                .execute(where.tuple())
                .map(rows -> {
                    Map<String, Long> kinds = new LinkedHashMap<>();
                    rows.forEach(row -> kinds.put(row.getString(0), row.getLong(1)));
                    return kinds;
                });
    }

    private static Where seen(Desk desk) {
        Where where = new Where();
        return desk.scope().everything()
                ? where
                : where.and("f.partnership_code = ANY (?)", desk.scope().partnerships());
    }

    private static Where asked(FollowUpFilter filter, Desk desk) {
        Where where = seen(desk).and("f.closed_at IS NULL");
        where.and(
                filter.resting() ? "f.snoozed_until > ?" : "f.snoozed_until IS NULL OR f.snoozed_until <= ?",
                desk.today());
        if (!filter.partnership().isEmpty()) {
            where.and("f.partnership_code = ?", filter.partnership());
        }
        if (!filter.kind().isEmpty()) {
            where.and("f.kind = ?", filter.kind());
        }
        switch (filter.who()) {
            case "mine" -> where.and("f.taken_by = ?", desk.personId());
            case "nobody" -> where.and("f.taken_by IS NULL");
            default -> {}
        }
        if (!filter.company().isEmpty()) {
            List<String> ways =
                    new ArrayList<>(List.of(where.fill("c.name ILIKE ?", Where.containing(filter.company()))));
            Written.digits(filter.company())
                    .ifPresent(digits -> ways.add(where.fill("f.enterprise_number LIKE ?", digits + "%")));
            where.and(String.join(" OR ", ways));
        }
        return where;
    }

    private static Future<List<FollowUpItem>> items(SqlClient client, String sql, Where where) {
        return client.preparedQuery(sql)
                .execute(where.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FollowUpQueries::item)
                        .toList());
    }

    private static FollowUpItem item(Row row) {
        return new FollowUpItem(
                row.getString("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("remark"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                new FollowUpItem.About(
                        row.getString("person"),
                        row.getString("application_id"),
                        row.getString("programme"),
                        row.getString("municipality"),
                        row.getString("enterprise_number"),
                        row.getString("company")),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getLocalDate("due_on"),
                row.getLocalDate("snoozed_until"),
                row.getString("taken_by"),
                row.getString("taker"),
                row.getOffsetDateTime("closed_at") == null
                        ? null
                        : new FollowUpItem.Closing(
                                row.getOffsetDateTime("closed_at").toInstant(),
                                row.getString("closer"),
                                row.getString("outcome")),
                row.getInteger("steps"));
    }
}
