package be.leermeester.portal.signin;

import be.leermeester.kernel.Job;
import java.time.LocalDate;

/// Who stayed away too long is no longer remembered (they could not come in with it either way).
record ForgetExpiredSessionsJob(Sessions sessions) implements Job {

    @Override
    public String name() {
        return "forget-expired-sessions";
    }

    @Override
    public String run(LocalDate businessDate) {
        return "sessies verwijderd: " + sessions.clearEnded().await();
    }
}
