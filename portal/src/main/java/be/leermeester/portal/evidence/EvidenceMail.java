package be.leermeester.portal.evidence;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.Receivers;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells mentor and company what was decided, once each and in their own language.
record EvidenceMail(Post post, Messages messages) {

    /// @param seq of the step: a better copy can be asked more than once
    void decided(SqlConnection connection, Evidence evidence, Verdict verdict, int seq) {
        Post.Occasion occasion = new Post.Occasion("EVIDENCE_" + verdict.kind().state(), evidence.id() + "/" + seq);
        Addressee mentor =
                AddressQueries.person(connection, evidence.person().id()).await();
        if (mentor != null) {
            post.enqueue(connection, occasion, mentor, letter(evidence, verdict, mentor.locale(), true))
                    .await();
        }
        List<String> companies =
                EvidenceQueries.named(
                                connection,
                                evidence.person().id(),
                                evidence.duty().partnership())
                        .await()
                        .stream()
                        .map(EvidenceQueries.Named::enterprise)
                        .distinct()
                        .toList();
        for (String company : companies) {
            for (Addressee someone : Receivers.ofCompany(connection, company).await()) {
                if (!someone.personId().equals(evidence.person().id())) {
                    post.enqueue(connection, occasion, someone, letter(evidence, verdict, someone.locale(), false))
                            .await();
                }
            }
        }
    }

    private Letter letter(Evidence evidence, Verdict verdict, Locale language, boolean own) {
        String state = verdict.kind().state();
        String person = evidence.person().name();
        String partnership = evidence.duty().name();
        List<String> paragraphs = new ArrayList<>();
        if (verdict.refusal() != null) {
            paragraphs.add(
                    Reasons.why(messages, language, evidence, verdict.refusal().name(), verdict.hours()));
        }
        if (!verdict.motivation().isEmpty()) {
            paragraphs.add(messages.say(language, "evidence.mail.motivation", verdict.motivation()));
        }
        paragraphs.add(messages.say(language, "evidence.mail.then." + state));
        String who = own ? "mentor" : "company";
        paragraphs.add(messages.say(language, "evidence.mail.why." + who, person, partnership));
        return new Letter(
                messages.say(language, "evidence.mail.subject." + state, person),
                messages.say(language, "evidence.mail.opening." + who + "." + state, person, partnership),
                paragraphs,
                new Letter.Action(
                        messages.say(language, "evidence.mail.action"),
                        "/evidence/of/" + evidence.person().id()));
    }
}
