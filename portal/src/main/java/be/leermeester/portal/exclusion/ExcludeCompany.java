package be.leermeester.portal.exclusion;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.exclusion.Exclusion.Target;
import be.leermeester.portal.exclusion.ExclusionQueries.Hit;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Excludes a company or establishment in one transaction: revokes its recognitions, rejects what it had on the clock,
/// tells the company and the schools of its running agreements, once. From then on nothing of it can be filed or
/// approved: the guards are [be.leermeester.portal.status.FileApplication] and [ChangeStatus].
final class ExcludeCompany {

    /// The reason that the history of each dossier shows; the motivation stands beside it.
    static final String REASON = "EXCLUDED";

    /// @param partnership null for all of them: only who handles them all decides that, which the caller knows
    /// @param until the last day, null for good
    /// @param seen the dossiers that the handler was shown
    record Decision(
            Target target,
            @Nullable String partnership,
            Exclusion.Reason reason,
            String motivation,
            @Nullable LocalDate until,
            String by,
            List<String> seen) {

        Decision {
            seen = List.copyOf(seen);
        }
    }

    private final ChangeStatus change;
    private final Post post;
    private final Messages messages;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    ExcludeCompany(ChangeStatus change, Post post, Messages messages, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.post = post;
        this.messages = messages;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// Throws [Problem.Conflict] where other dossiers are hit than were seen: the handler looks again first.
    ///
    /// @return the id of the exclusion
    String exclude(SqlConnection connection, Decision decision) {
        LocalDate today = time.today();
        List<String> hit = ExclusionQueries.hits(connection, decision.target(), decision.partnership(), today).stream()
                .map(Hit::dossier)
                .toList();
        if (!hit.equals(decision.seen())) {
            throw new Problem.Conflict("exclusion.changed");
        }
        List<String> schools = ExclusionQueries.schools(connection, hit, today);
        hit.forEach(dossier -> end(connection, dossier, decision));
        String id = ids.next().toString();
        ExclusionQueries.insert(connection, id, decision, today, time.now());
        announce(connection, "CompanyExcluded", id, decision.target(), decision.partnership(), decision.by(), schools);
        for (Addressee party : ExclusionQueries.parties(connection, decision.target(), schools)) {
            post.enqueue(connection, new Post.Occasion("EXCLUSION", id), party, letter(party, decision))
                    .await();
        }
        return id;
    }

    /// What the law approved or ended in the meantime is treated as what it is by then.
    private void end(SqlConnection connection, String dossier, Decision decision) {
        LockedDossier locked = change.settled(connection, dossier);
        if (locked.status() == RecognitionStatus.APPROVED || locked.status().isOnTheClock()) {
            RecognitionStatus to = locked.status() == RecognitionStatus.APPROVED
                    ? RecognitionStatus.REVOKED
                    : RecognitionStatus.REJECTED;
            change.apply(
                    connection,
                    Act.of(dossier, to, Actor.HANDLER, decision.by()).because(List.of(REASON), decision.motivation()));
        }
    }

    /// Ends an exclusion by a new decision; what it revoked stays revoked. Throws [Problem.Conflict] where it was
    /// lifted already.
    void lift(SqlConnection connection, Exclusion exclusion, String because, String by) {
        if (!ExclusionQueries.lift(connection, exclusion.id(), because, by, time.now())) {
            throw new Problem.Conflict("exclusion.lifted-already");
        }
        announce(
                connection,
                "ExclusionLifted",
                exclusion.id(),
                exclusion.target(),
                exclusion.partnershipCode(),
                by,
                List.of());
    }

    private void announce(
            SqlConnection connection,
            String type,
            String id,
            Target target,
            @Nullable String partnership,
            String by,
            List<String> schools) {
        List<String> audience = new ArrayList<>(List.of("company:" + target.enterpriseNumber(), "admins"));
        if (partnership != null) {
            audience.add("partnership:" + partnership);
        }
        schools.forEach(school -> audience.add("provider:" + school));
        JsonObject payload =
                new JsonObject().put("enterprise", target.enterpriseNumber()).put("schools", new JsonArray(schools));
        outbox.append(connection, new Event(type, "exclusion:" + id, by, audience, payload))
                .await();
    }

    private Letter letter(Addressee to, Decision decision) {
        var language = to.locale();
        Target target = decision.target();
        String name = target.establishment() == null ? target.company() : target.establishment();
        LocalDate until = decision.until();
        String term = until == null
                ? messages.say(language, "exclusion.for-good")
                : messages.say(
                        language,
                        "exclusion.until",
                        java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", language)
                                .format(until));
        return new Letter(
                messages.say(language, "exclusion.mail.subject", name),
                messages.say(language, "exclusion.mail.opening", name, target.written(), term),
                List.of(
                        messages.say(language, "exclusion.mail.because", decision.motivation()),
                        messages.say(language, "exclusion.mail.effect"),
                        messages.say(language, "exclusion.mail.appeal")),
                new Letter.Action(messages.say(language, "exclusion.mail.action"), "/"));
    }
}
