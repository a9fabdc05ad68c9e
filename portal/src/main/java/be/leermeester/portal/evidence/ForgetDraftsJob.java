package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import java.time.LocalDate;

/// Takes away what was typed a month ago and never handed in.
record ForgetDraftsJob(Db db) implements Job {

    @Override
    public String name() {
        return "forget-evidence-drafts";
    }

    @Override
    public String run(LocalDate businessDate) {
        int gone = db.transact(connection ->
                DraftQueries.forget(connection, businessDate.minusMonths(1)).await());
        return gone + " drafts forgotten";
    }
}
