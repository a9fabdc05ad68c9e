package be.leermeester.portal.reminder;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import java.time.LocalDate;
import java.util.List;

/// A week after a mail without result somebody is asked to call, and some time after the last mail to send a letter
/// (N3, S2:1340, S2:1184). What is met, under review or past asks nothing any more.
record ClimbLadder(Db db, Ladder ladder) implements Job {

    @Override
    public String name() {
        return "climb-ladder";
    }

    @Override
    public String run(LocalDate businessDate) {
        List<Ladder.Case> calls = LadderQueries.toCall(db.reads(), businessDate).await();
        calls.forEach(each -> db.transact(connection -> ladder.askCall(connection, each)));
        List<Ladder.Case> letters =
                LadderQueries.toWrite(db.reads(), businessDate).await();
        letters.forEach(each -> db.transact(connection -> ladder.askLetter(connection, each, "NO_RESULT")));
        return "bellen: " + calls.size() + ", brieven: " + letters.size();
    }
}
