package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.FileApplication;
import java.util.List;

/// The company's room, wired by hand.
public final class ApplicationFeatures {

    private final Db db;
    private final Outbox outbox;
    private final Drafts drafts;
    private final Reviews reviews;
    private final NationalNumberVault vault;
    private final KeptFiles files;
    private final SubmitDraft submit;
    private final AnswerDossier answer;
    private final ChangeMentors mentors;
    private final Ids ids;

    public ApplicationFeatures(
            Db db, Outbox outbox, Ids ids, Time time, FileStore store, NationalNumberVault vault, ChangeStatus change) {
        this.db = db;
        this.outbox = outbox;
        this.vault = vault;
        this.files = new KeptFiles(store, time);
        this.drafts = new Drafts(db, ids, time);
        this.reviews = new Reviews(db, vault, new Papers(db, files));
        this.ids = ids;
        this.mentors = new ChangeMentors(change, outbox, ids, time);
        this.answer = new AnswerDossier(db, change, files, ids, time);
        this.submit = new SubmitDraft(new FileApplication(change, time), vault, ids, time);
    }

    /// What the applicant does next, on the page of a dossier.
    public List<DossierPanel> panels() {
        return List.of(new ApplicantPanel(db));
    }

    public List<Feature> features() {
        return List.of(
                new ApplicationPages(drafts, reviews),
                new PlacePages(drafts),
                new ProgrammePages(drafts, reviews),
                new DraftMentorPages(drafts, reviews, vault),
                new PaperPages(drafts, reviews),
                new SubmitPages(drafts, reviews, submit),
                new AnswerPages(db, answer),
                new WithdrawPages(db, answer),
                new RunningMentorPages(db, reviews, mentors, vault, ids),
                new DocumentPages(db, files, outbox, drafts.time()));
    }
}
