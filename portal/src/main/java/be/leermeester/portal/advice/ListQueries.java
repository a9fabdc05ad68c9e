package be.leermeester.portal.advice;

import be.leermeester.portal.mail.Addressee;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes of the lists themselves.
final class ListQueries {

    private ListQueries() {}

    /// The list of a partnership that is not sent yet, held; made where there is none. Null where it is being sent.
    static @Nullable String next(SqlConnection connection, String partnership, String newId, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.advice_list (id, partnership_code, created_at) VALUES ($1, $2, $3)
                        ON CONFLICT (partnership_code) WHERE sent_at IS NULL DO NOTHING
                        """)
                .execute(Tuple.of(newId, partnership, utc(now)))
                .await();
        return held(connection, partnership);
    }

    static @Nullable String held(SqlConnection connection, String partnership) {
        for (Row row : connection
                .preparedQuery(
                        "SELECT id FROM portal.advice_list WHERE partnership_code = $1 AND sent_at IS NULL FOR UPDATE")
                .execute(Tuple.of(partnership))
                .await()) {
            return row.getString("id");
        }
        return null;
    }

    /// False where the dossier stands on a list already.
    static boolean add(SqlConnection connection, String list, String dossier, String note, String by, Instant now) {
        return connection
                        .preparedQuery("""
                        INSERT INTO portal.advice_item (list_id, application_id, note, added_at, added_by)
                        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
                        """)
                        .execute(Tuple.of(list, dossier, note, utc(now), by))
                        .await()
                        .rowCount()
                == 1;
    }

    static boolean remove(SqlConnection connection, String list, String dossier) {
        return connection
                        .preparedQuery("DELETE FROM portal.advice_item WHERE list_id = $1 AND application_id = $2")
                        .execute(Tuple.of(list, dossier))
                        .await()
                        .rowCount()
                == 1;
    }

    /// Takes off whatever needs no advice any more and says what is left.
    static List<String> dossiers(SqlConnection connection, String list) {
        connection.preparedQuery("""
                        DELETE FROM portal.advice_item i USING portal.application a
                        WHERE i.list_id = $1 AND a.id = i.application_id
                          AND a.status NOT IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD')
                        """).execute(Tuple.of(list)).await();
        List<String> dossiers = new ArrayList<>();
        connection
                .preparedQuery("SELECT application_id FROM portal.advice_item WHERE list_id = $1 ORDER BY added_at")
                .execute(Tuple.of(list))
                .await()
                .forEach(row -> dossiers.add(row.getString(0)));
        return dossiers;
    }

    /// The members of a partnership who have a vote; without address where they cannot be mailed.
    static List<Addressee> voters(SqlConnection connection, String partnership) {
        List<Addressee> voters = new ArrayList<>();
        connection
                .preparedQuery("""
                        SELECT p.id, concat_ws(' ', p.first_name, p.last_name) AS name, coalesce(p.email, '') AS email,
                               p.language
                        FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id
                        WHERE r.role = 'ADVISOR' AND r.scope = $1 ORDER BY p.id
                        """)
                .execute(Tuple.of(partnership))
                .await()
                .forEach(row -> voters.add(new Addressee(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language"))));
        return voters;
    }

    static void send(SqlConnection connection, String list, String by, Instant now, Instant closing) {
        connection
                .preparedQuery("UPDATE portal.advice_list SET sent_at = $2, sent_by = $3, closes_at = $4 WHERE id = $1")
                .execute(Tuple.of(list, utc(now), by, utc(closing)))
                .await();
    }

    static void ask(SqlConnection connection, String list, Addressee voter) {
        connection
                .preparedQuery("INSERT INTO portal.advice_voter (list_id, person_id, mailed) VALUES ($1, $2, $3)")
                .execute(Tuple.of(list, voter.personId(), !voter.email().isEmpty()))
                .await();
    }

    /// A list whose moment has come, held until the transaction ends.
    record Due(String id, String partnership, Instant closesAt) {}

    /// Those that nobody closed yet; who waited for another server finds none.
    static List<Due> due(SqlConnection connection, Instant now) {
        List<Due> due = new ArrayList<>();
        connection
                .preparedQuery("""
                        SELECT id, partnership_code, closes_at FROM portal.advice_list
                        WHERE closed_at IS NULL AND closes_at <= $1 ORDER BY closes_at, id FOR UPDATE
                        """)
                .execute(Tuple.of(utc(now)))
                .await()
                .forEach(row -> due.add(new Due(
                        row.getString("id"),
                        row.getString("partnership_code"),
                        row.getOffsetDateTime("closes_at").toInstant())));
        return due;
    }

    record Result(String dossier, String outcome) {}

    /// What each dossier's outcome is as at the closing moment, from its history and the objections of that list.
    static List<Result> close(SqlConnection connection, Due list, Instant now) {
        connection
                .preparedQuery("UPDATE portal.advice_list SET closed_at = $2 WHERE id = $1")
                .execute(Tuple.of(list.id(), utc(now)))
                .await();
        List<Result> results = new ArrayList<>();
        connection
                .preparedQuery("UPDATE portal.advice_item i SET outcome = " + OUTCOME + """
                         FROM portal.advice_list l WHERE l.id = i.list_id AND i.list_id = $1
                        RETURNING i.application_id, i.outcome
                        """)
                .execute(Tuple.of(list.id()))
                .await()
                .forEach(row -> results.add(new Result(row.getString(0), row.getString(1))));
        return results;
    }

    /// What an item comes to at the closing moment, known from then on whether or not it is recorded; the item is `i`,
    /// its list `l`.
    static final String OUTCOME = """
            CASE WHEN EXISTS (SELECT FROM portal.objection o WHERE o.list_id = i.list_id
                   AND o.application_id = i.application_id AND o.withdrawn_at IS NULL) THEN 'OBJECTED'
                 WHEN (SELECT e.status FROM portal.application_event e WHERE e.application_id = i.application_id
                   AND e.at < l.closes_at ORDER BY e.at DESC, e.seq DESC LIMIT 1)
                   IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD') THEN 'AGREED'
                 ELSE 'LAPSED' END""";

    /// Logs the result in the dossier, dated on the closing moment.
    static void log(
            SqlConnection connection, String id, Result result, Due list, String voters, String remark, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number,
                          application_id, kind, happened_on, by_whom, purpose, remark, recorded_at)
                        SELECT $1, $2, e.enterprise_number, e.establishment_number, a.id, 'SOCIAL_PARTNER_ADVICE',
                               ($4 AT TIME ZONE 'Europe/Brussels')::date, $5, 'ADMISSION', $6, $7
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                        WHERE a.id = $3
                        """)
                .execute(Tuple.of(id, list.partnership(), result.dossier(), utc(list.closesAt()), voters, remark)
                        .addOffsetDateTime(utc(now)))
                .await();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
