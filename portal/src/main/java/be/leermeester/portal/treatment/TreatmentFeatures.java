package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.ChangeStatus;
import java.util.List;

/// Everything with which handlers treat dossiers, wired by hand.
public final class TreatmentFeatures {

    private final List<DossierPanel> panels;
    private final List<Feature> features;

    /// What it stands on.
    public record Ground(
            Db db, Outbox outbox, Ids ids, Time time, NationalNumberVault vault, Messages messages, FileStore files) {}

    public TreatmentFeatures(Ground on, ChangeStatus change, Post post) {
        WriteLetters letters = new WriteLetters(on.messages(), post, on.files(), on.ids(), on.time());
        TreatDossier treat = new TreatDossier(change, letters, on.ids(), on.time());
        LetterPages letterPages = new LetterPages(on.db(), on.files());
        panels = List.of(new NeighbourPanel(on.db()), new TreatmentPanel(on.db()), new GapsPanel(on.db()), letterPages);
        features = List.of(
                new DeedPages(on.db(), treat, letters, on.vault()),
                letterPages,
                new MentorDecisionPages(on.db(), on.outbox(), treat, on.vault()),
                new CheckPages(on.db(), on.outbox(), on.ids(), on.vault()),
                new ContactPages(on.db(), on.outbox(), on.ids()),
                new WorkPages(on.db(), on.outbox(), treat),
                new DeskPages(on.db()));
    }

    /// In the order in which they stand on the page of a dossier.
    public List<DossierPanel> panels() {
        return panels;
    }

    public List<Feature> features() {
        return features;
    }
}
