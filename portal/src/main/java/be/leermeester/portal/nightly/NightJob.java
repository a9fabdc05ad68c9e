package be.leermeester.portal.nightly;

import be.leermeester.kernel.Job;
import java.time.LocalDate;

/// One rule, every night.
record NightJob(Rule rule, NightWork work) implements Job {

    @Override
    public String name() {
        return rule.job();
    }

    @Override
    public String run(LocalDate businessDate) {
        return "dossiers: " + work.run(rule, Span.by(businessDate));
    }
}
