package be.leermeester.portal.followup;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/// Closes what need not be followed up any more because the dossier moved on: it looks at how the dossier stands now,
/// so
/// that being told twice or late does no harm.
final class ClosingOfFollowUps implements Subscriber {

    private static final Set<String> MOVES = Set.of(
            "ApplicationInReview",
            "ApplicationCancelled",
            "ApplicationRejected",
            "RecognitionApproved",
            "RecognitionRevoked",
            "RecognitionCeased",
            "RecognitionExpired",
            "RecognitionDuplicated",
            "MentorApproved",
            "MentorRefused",
            "MentorRejected",
            "DossierAssigned",
            "DossierTransferred");

    private final Db db;
    private final Time time;

    ClosingOfFollowUps(Db db, Time time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public String name() {
        return "close-follow-ups";
    }

    @Override
    public boolean wants(String type) {
        return MOVES.contains(type);
    }

    @Override
    public Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload) {
        String dossier = subject.startsWith("dossier:") ? subject.substring("dossier:".length()) : "";
        return db.inTransaction(connection -> connection
                .preparedQuery("""
                        UPDATE portal.follow_up f SET closed_at = $2, closed_by = $3, outcome = 'SOLVED'
                        FROM portal.application a
                        WHERE a.id = $1 AND f.application_id = a.id AND f.closed_at IS NULL AND (
                          f.kind IN ('ESCALATION', 'TRANSFERRED', 'ADVICE_ASKED', 'REGISTER_CEASED')
                            AND a.status NOT IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD', 'INCOMPLETE')
                          OR f.kind = 'NEW_MENTOR' AND NOT EXISTS (
                            SELECT FROM learning.mentor_application n WHERE n.application_id = a.id
                              AND n.person_id = regexp_replace(f.subject, '^.*:', '') AND n.decision = 'PENDING')
                          OR f.kind = 'TRANSFERRED' AND a.handler_id IS NOT NULL
                          OR f.kind IN ('NEW_MENTOR', 'MENTOR_LEFT', 'RENEWAL_LETTER', 'RENEWAL_FILE', 'RENEWAL_CALL',
                                        'RENEWAL_SUPPORT') AND a.status <> 'APPROVED'
                          OR f.kind NOT IN ('ADVICE_ASKED', 'PRINT_LETTER', 'LAPSE_CONFIRM')
                            AND f.partnership_code <> a.partnership_code)
                        """)
                .execute(Tuple.of(dossier, time.now().atOffset(ZoneOffset.UTC), Event.PORTAL))
                .mapEmpty());
    }
}
