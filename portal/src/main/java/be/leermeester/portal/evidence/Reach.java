package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// For whom somebody may hand in: a mentor for oneself, a company for the mentors it named, and who holds its mandate
/// for mentors as if it were the company. Blocks a virtual thread.
///
/// @param own whether it is one's own file
/// @param partnerships of which the others see and hand in; of one's own it is all of them
record Reach(boolean own, Set<String> partnerships) {

    Reach {
        partnerships = Set.copyOf(partnerships);
    }

    /// Throws [Problem.NotFound] where there is none: who is whose mentor is nobody else's business.
    static Reach of(Db db, Identity identity, String personId, LocalDate today) {
        if (identity.personId().equals(personId) && identity.has(Role.MENTOR)) {
            return new Reach(true, Set.of());
        }
        if (!identity.has(Role.COMPANY) && !identity.has(Role.SCHOOL)) {
            throw new Problem.NotFound();
        }
        List<EvidenceQueries.Named> named =
                EvidenceQueries.named(db.reads(), personId, null).await();
        Map<String, Boolean> acts = new HashMap<>();
        Set<String> reached = new HashSet<>();
        for (EvidenceQueries.Named each : named) {
            if (acts.computeIfAbsent(each.enterprise(), number -> actsFor(db, identity, number, today))) {
                reached.add(each.partnership());
            }
        }
        if (reached.isEmpty()) {
            throw new Problem.NotFound();
        }
        return new Reach(false, reached);
    }

    private static boolean actsFor(Db db, Identity identity, String enterprise, LocalDate today) {
        if (identity.has(Role.COMPANY, enterprise)) {
            return true;
        }
        return identity.has(Role.SCHOOL)
                && Mandates.applicant(db.reads(), identity, Errand.of(enterprise, Errand.Kind.MENTORS), today)
                        .map(_ -> true)
                        .otherwise(false)
                        .await();
    }

    boolean reaches(String partnership) {
        return own || partnerships.contains(partnership);
    }
}
