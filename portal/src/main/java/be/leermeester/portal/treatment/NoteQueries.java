package be.leermeester.portal.treatment;

import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.treatment.TreatmentQueries.Lists;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a partnership writes down about a dossier for itself: notes, contacts, what has to be followed up.
final class NoteQueries {

    private NoteQueries() {}

    record Note(String body, Instant at, String by) {}

    static Future<List<Note>> notes(SqlClient client, String id, String partnership) {
        return Lists.of(
                client,
                """
                SELECT n.body, n.written_at, concat_ws(' ', w.first_name, w.last_name) AS by
                FROM portal.dossier_note n JOIN kernel.person w ON w.id = n.written_by
                WHERE n.application_id = $1 AND n.partnership_code = $2 ORDER BY n.written_at DESC, n.id DESC LIMIT 100
                """,
                Tuple.of(id, partnership),
                row -> new Note(
                        row.getString("body"),
                        row.getOffsetDateTime("written_at").toInstant(),
                        row.getString("by")));
    }

    /// Here `by` is a person's id.
    static void write(SqlConnection connection, String noteId, Treated dossier, Note note) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.dossier_note
                          (id, application_id, partnership_code, body, written_at, written_by)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(
                        noteId,
                        dossier.id(),
                        dossier.partnershipCode(),
                        note.body(),
                        DeedQueries.utc(note.at()),
                        note.by()))
                .await();
    }

    /// @param by the name that stays with it
    record Contact(
            String kind,
            LocalDate on,
            String purpose,
            String remark,
            String by,
            @Nullable LocalDate followUp) {}

    static void log(SqlConnection connection, String contactId, Treated dossier, Contact contact, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number,
                          application_id, kind, happened_on, by_whom, purpose, remark, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        """)
                .execute(Tuple.of(
                                contactId,
                                dossier.partnershipCode(),
                                dossier.company().number(),
                                dossier.company().establishmentNumber(),
                                dossier.id())
                        .addString(contact.kind())
                        .addLocalDate(contact.on())
                        .addString(contact.by())
                        .addString(contact.purpose())
                        .addString(contact.remark())
                        .addOffsetDateTime(DeedQueries.utc(now)))
                .await();
    }

    /// An item that somebody of the partnership takes up; where one is open already it gets this date and remark.
    ///
    /// @param subject what it is about, `dossier:A1`
    record Item(
            String id,
            String kind,
            String subject,
            String remark,
            @Nullable LocalDate dueOn,
            @Nullable String takenBy) {}

    static void followUp(SqlConnection connection, Treated dossier, Item item, Instant now) {
        new FollowUp(
                        dossier.partnershipCode(),
                        item.kind(),
                        item.subject(),
                        dossier.company().number(),
                        dossier.id(),
                        item.remark(),
                        item.dueOn())
                .put(connection, item.id(), item.takenBy(), now)
                .await();
    }
}
