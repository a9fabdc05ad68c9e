package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.dossier.Dossiers;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import be.leermeester.portal.rows.Scope;

/// A dossier in the hands of its applicant: the company, or who may do this for it under its mandate. On a virtual
/// thread.
final class HeldDossiers {

    private final Db db;

    HeldDossiers(Db db) {
        this.db = db;
    }

    /// Throws [Problem.NotFound] where it may not be seen, [Problem.Forbidden] where it may be seen but not acted on.
    DossierRow of(Visit visit, Errand.Kind kind) {
        String id = visit.params().id("id");
        DossierRow dossier = Dossiers.one(
                        db.reads(), id, Scope.of(visit.identity()), visit.time().today())
                .await();
        if (dossier == null) {
            throw new Problem.NotFound();
        }
        Errand errand = Errand.of(dossier.company().number(), kind)
                .at(dossier.establishment().number())
                .on(dossier.programmeCode());
        Mandates.applicant(db.reads(), visit.identity(), errand, visit.time().today())
                .await();
        return dossier;
    }
}
