package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.person.NationalNumberVault;
import java.util.List;

/// Everything about evidence, wired by hand.
public final class EvidenceFeatures {

    private EvidenceFeatures() {}

    /// @param after what is given back when something is accepted
    public static List<Feature> of(
            Db db,
            EvidenceStore store,
            Post post,
            Messages messages,
            Outbox outbox,
            Ids ids,
            Time time,
            NationalNumberVault vault,
            AfterAcceptance after) {
        HandIn handIn = new HandIn(db, outbox, ids, time);
        JudgeEvidence judge = new JudgeEvidence(db, outbox, new EvidenceMail(post, messages), after, time);
        return List.of(
                new HandInPages(db, store, ids),
                new DraftPages(db, store, handIn),
                new StatusPages(db, messages, handIn),
                new QueuePages(db),
                new AttendancePages(db, new TakeAttendance(db, vault, after, ids, time)),
                new EvidenceFilePages(db, store),
                new JudgePages(db, messages, judge));
    }
}
