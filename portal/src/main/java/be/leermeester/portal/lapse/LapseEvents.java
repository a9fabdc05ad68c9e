package be.leermeester.portal.lapse;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Tells of lapses: the mentor, the company, the partnership, and the schools whose agreements run there.
final class LapseEvents {

    private final Outbox outbox;

    LapseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void lapsed(SqlConnection connection, Consequence.Lapsed lapsed, List<Recognised> recognitions) {
        String person = lapsed.late().personId();
        String partnership = lapsed.late().partnership();
        Set<String> audience = audience(partnership, person, recognitions, lapsed.day());
        JsonObject said = new JsonObject()
                .put("partnership", partnership)
                .put("on", lapsed.day().toString())
                .put("waits", lapsed.waits());
        append(connection, "MentorLapsed", "person:" + person, Event.PORTAL, audience, said);
    }

    void struck(SqlConnection connection, Consequence.Struck struck, String by) {
        JsonObject said = new JsonObject()
                .put("dossier", struck.recognition().id())
                .put("person", struck.personId())
                .put("on", struck.day().toString())
                .put("reason", Lapse.REASON);
        about(connection, "MentorStruck", struck.recognition(), struck.personId(), struck.day(), by, said);
    }

    void kept(SqlConnection connection, Consequence.Kept kept, String by) {
        JsonObject said = new JsonObject()
                .put("dossier", kept.recognition().id())
                .put("on", kept.day().toString())
                .put("until", kept.revokeOn().minusDays(1).toString());
        about(connection, "RecognitionKept", kept.recognition(), kept.personId(), kept.day(), by, said);
    }

    /// @param type MentorRestored or MentorCured
    void givenBack(
            SqlConnection connection,
            String type,
            String person,
            String partnership,
            List<Recognised> recognitions,
            LocalDate day,
            String by) {
        Set<String> audience = audience(partnership, person, recognitions, day);
        append(connection, type, "person:" + person, by, audience, new JsonObject().put("partnership", partnership));
    }

    private void about(
            SqlConnection connection,
            String type,
            Recognised recognition,
            String person,
            LocalDate day,
            String by,
            JsonObject said) {
        Set<String> audience = audience(recognition.partnership(), person, List.of(recognition), day);
        append(connection, type, "dossier:" + recognition.id(), by, audience, said);
    }

    private static Set<String> audience(
            String partnership, String person, List<Recognised> recognitions, LocalDate day) {
        Set<String> keys = new TreeSet<>(Set.of("person:" + person, "partnership:" + partnership));
        recognitions.forEach(recognition -> {
            keys.add("company:" + recognition.enterpriseNumber());
            recognition.schoolsOn(day).forEach(school -> keys.add("provider:" + school));
        });
        return keys;
    }

    private void append(
            SqlConnection connection,
            String type,
            String subject,
            String by,
            Collection<String> audience,
            JsonObject said) {
        outbox.append(connection, new Event(type, subject, by, List.copyOf(audience), said))
                .await();
    }
}
