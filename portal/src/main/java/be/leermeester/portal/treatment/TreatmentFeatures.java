package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.ChangeStatus;
import java.util.List;

/// Everything with which handlers treat dossiers, wired by hand.
public final class TreatmentFeatures {

    private final Db db;
    private final TreatDossier treat;
    private final Outbox outbox;
    private final Ids ids;
    private final NationalNumberVault vault;

    public TreatmentFeatures(Db db, ChangeStatus change, Outbox outbox, Ids ids, Time time, NationalNumberVault vault) {
        this.db = db;
        this.outbox = outbox;
        this.ids = ids;
        this.treat = new TreatDossier(change, ids, time);
        this.vault = vault;
    }

    /// In the order in which they stand on the page of a dossier.
    public List<DossierPanel> panels() {
        return List.of(new TreatmentPanel(db), new GapsPanel(db));
    }

    public List<Feature> features() {
        return List.of(
                new DeedPages(db, treat, vault),
                new CheckPages(db, outbox, ids, vault),
                new ContactPages(db, outbox, ids));
    }
}
