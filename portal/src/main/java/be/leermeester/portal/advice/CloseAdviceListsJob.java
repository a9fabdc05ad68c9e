package be.leermeester.portal.advice;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import java.time.LocalDate;

/// Records what came of lists whose closing moment passed without anybody looking at them since.
record CloseAdviceListsJob(Db db, AdviceLists lists) implements Job {

    @Override
    public String name() {
        return "close-advice-lists";
    }

    @Override
    public String run(LocalDate businessDate) {
        return "advieslijsten gesloten: " + db.transact(lists::closeDue);
    }
}
