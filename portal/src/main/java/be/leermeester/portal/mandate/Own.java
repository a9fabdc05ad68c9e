package be.leermeester.portal.mandate;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Visit;

/// The mandate that an address names, for the company that gave it. On a virtual thread.
final class Own {

    private Own() {}

    /// Throws [Problem.NotFound] where there is none or where it is another company's.
    static Mandate mandate(Db db, Visit visit) {
        Mandate mandate = known(db, visit);
        require(visit.identity(), mandate.company().number());
        return mandate;
    }

    /// Whoever's it is.
    static Mandate known(Db db, Visit visit) {
        Mandate mandate = MandateQueries.one(
                        db.reads(), visit.params().id("id"), visit.time().today())
                .await();
        if (mandate == null) {
            throw new Problem.NotFound();
        }
        return mandate;
    }

    static void require(Identity identity, String enterprise) {
        if (!identity.has(Role.COMPANY, enterprise)) {
            throw new Problem.NotFound();
        }
    }
}
