package be.leermeester.portal.application;

import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sending an application writes beside the dossiers themselves. On a virtual thread, inside a transaction.
final class SubmitQueries {

    private SubmitQueries() {}

    /// The company to which the place belongs once this is done: another one where it was that one's already.
    static String addPlace(SqlConnection connection, String enterprise, Draft.Place place) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.establishment (establishment_number, enterprise_number, name, street,
                          house_number, postal_code, municipality)
                        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (establishment_number) DO NOTHING
                        """)
                .execute(Tuple.of(place.number(), enterprise, place.name(), place.street(), place.houseNumber())
                        .addString(place.postalCode())
                        .addString(place.municipality()))
                .await();
        return connection
                .preparedQuery("SELECT enterprise_number FROM portal.establishment WHERE establishment_number = $1")
                .execute(Tuple.of(place.number()))
                .await()
                .iterator()
                .next()
                .getString(0);
    }

    /// The person with this number: the one whom the portal knew, else one made now.
    private static String person(
            SqlConnection connection,
            String newId,
            DraftMentor mentor,
            NationalNumber number,
            NationalNumberVault vault,
            String language) {
        Buffer hash = Buffer.buffer(vault.hash(number));
        connection
                .preparedQuery("""
                        INSERT INTO kernel.person
                          (id, national_number_sealed, national_number_hash, first_name, last_name, email, language)
                        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (national_number_hash) DO NOTHING
                        """)
                .execute(Tuple.of(newId, Buffer.buffer(vault.seal(number)), hash, mentor.firstName(), mentor.lastName())
                        .addString(mentor.email())
                        .addString(language))
                .await();
        return connection
                .preparedQuery("SELECT id FROM kernel.person WHERE national_number_hash = $1")
                .execute(Tuple.of(hash))
                .await()
                .iterator()
                .next()
                .getString(0);
    }

    /// Whom a mentor of a form turns out to be: the colleague who was chosen, or the person with the number.
    static String personOf(
            SqlConnection connection, String newId, DraftMentor mentor, NationalNumberVault vault, String language) {
        byte[] sealed = mentor.sealedBytes();
        String known = mentor.personId();
        if (sealed != null) {
            return person(connection, newId, mentor, vault.open(sealed), vault, language);
        }
        if (known == null) {
            throw new IllegalStateException("A mentor of a form is neither known nor new");
        }
        return known;
    }

    /// A mentor sees his own pages from the moment that he is named.
    static void becomeMentor(SqlConnection connection, String personId) {
        connection.preparedQuery("""
                        INSERT INTO kernel.person_role (person_id, role, scope) VALUES ($1, 'MENTOR', '')
                        ON CONFLICT DO NOTHING
                        """).execute(Tuple.of(personId)).await();
    }

    /// A paper of a dossier.
    ///
    /// @param personId whose it is; null for one of the company
    record Paper(
            String id,
            String application,
            @Nullable String personId,
            String kind,
            String name,
            String hash,
            @Nullable LocalDate datedOn,
            Instant uploadedAt,
            String uploadedBy) {}

    static void insert(SqlConnection connection, Paper paper) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.application_document (id, application_id, person_id, kind, name, file_hash,
                          dated_on, uploaded_at, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """)
                .execute(Tuple.of(paper.id(), paper.application())
                        .addString(paper.personId())
                        .addString(paper.kind())
                        .addString(paper.name())
                        .addString(paper.hash())
                        .addLocalDate(paper.datedOn())
                        .addOffsetDateTime(DraftQueries.utc(paper.uploadedAt()))
                        .addString(paper.uploadedBy()))
                .await();
    }

    /// Freezes what was handed in with a submission (R1).
    static void freeze(
            SqlConnection connection, String application, int seq, String personId, JsonObject content, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.application_version (application_id, seq, frozen_at, frozen_by, content)
                        VALUES ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(application, seq, DraftQueries.utc(now), personId, content))
                .await();
    }

    /// A dossier that was made.
    ///
    /// @param decideBy the day on which the law decides; null where the partnership did, or the clock stands still
    record Made(
            String id,
            String programme,
            String partnership,
            String place,
            LocalDate submittedOn,
            @Nullable LocalDate decideBy) {
        public @Nullable LocalDate lastDay() {
            return decideBy == null ? null : decideBy.minusDays(1);
        }
    }

    static List<Made> made(SqlClient client, List<String> ids) {
        List<Made> made = new ArrayList<>();
        for (Row row : client.preparedQuery("""
                        SELECT a.id, p.name AS programme, ps.name AS partnership, a.decide_by,
                          (a.submitted_at AT TIME ZONE 'Europe/Brussels')::date AS submitted_on,
                          concat_ws(', ', nullif(concat_ws(' ', e.street, e.house_number), ' '),
                            nullif(e.municipality, '')) AS place
                        FROM portal.application a
                        JOIN portal.programme p ON p.code = a.programme_code
                        JOIN portal.partnership ps ON ps.code = a.partnership_code
                        JOIN portal.establishment e USING (establishment_number)
                        WHERE a.id = ANY ($1) ORDER BY p.name, a.id
                        """)
                .execute(Tuple.tuple().addArrayOfString(DraftQueries.array(ids)))
                .await()) {
            made.add(new Made(
                    row.getString("id"),
                    row.getString("programme"),
                    row.getString("partnership"),
                    row.getString("place"),
                    row.getLocalDate("submitted_on"),
                    row.getLocalDate("decide_by")));
        }
        return made;
    }
}
