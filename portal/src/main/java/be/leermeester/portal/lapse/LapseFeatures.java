package be.leermeester.portal.lapse;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.portal.status.ChangeStatus;
import java.util.List;

/// What the portal does with passed training deadlines by itself, wired by hand.
public final class LapseFeatures implements Feature {

    private final LapseJob job;

    private LapseFeatures(LapseJob job) {
        this.job = job;
    }

    public static List<Feature> of(Db db, ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        Lapse lapse = new Lapse(change, outbox, ids, time);
        return List.of(
                new LapseFeatures(new LapseJob(db, lapse)),
                new ForecastPages(db),
                new LapsePages(db, lapse, time),
                new RulePages(db, outbox, time),
                new ExtensionPages(db, outbox, ids, time));
    }

    @Override
    public void mount(Routes routes) {}

    @Override
    public List<Job> jobs() {
        return List.of(job);
    }
}
