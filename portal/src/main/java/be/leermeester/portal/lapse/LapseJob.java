package be.leermeester.portal.lapse;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import be.leermeester.learning.deadline.Lapses;
import java.time.LocalDate;
import java.util.List;

/// Every night: recognitions that were kept until this day, then mentors whose deadline passed. Each mentor and each
/// recognition in a transaction of its own: whoever dies under way leaves whole ones behind, and the next one goes on
/// from there. What an import left behind waits for an administrator (domain.md 9.13).
final class LapseJob implements Job {

    static final String NAME = "lapse-mentors";

    private final Db db;
    private final Lapse lapse;

    LapseJob(Db db, Lapse lapse) {
        this.db = db;
        this.lapse = lapse;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(LocalDate day) {
        int revoked = 0;
        for (String dossier : LapseQueries.keptUntil(db.reads(), day).await()) {
            revoked += db.transact(connection -> lapse.kept(connection, dossier, day));
        }
        LocalDate after = LapseQueries.doneBefore(db.reads(), day).await();
        List<String> mentors = Lapses.due(db.reads(), after, day, null).await().stream()
                .map(Lapses.Due::personId)
                .distinct()
                .sorted()
                .toList();
        int lapsed = 0;
        for (String mentor : mentors) {
            lapsed += db.transact(connection -> lapse.ofMentor(connection, mentor, after, day));
        }
        return lapsed + " deadlines, " + revoked + " kept recognitions";
    }
}
