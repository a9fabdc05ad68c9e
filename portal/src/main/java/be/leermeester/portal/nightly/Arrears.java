package be.leermeester.portal.nightly;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an administrator chooses about what an import left behind (9.13): done after all, each fact dated on its own
/// day and nobody mailed, or left as the import gave it.
final class Arrears {

    private static final Logger LOG = LoggerFactory.getLogger(Arrears.class);
    private static final List<Rule> RULES = List.of(Rule.APPROVAL, Rule.ESCALATION, Rule.EXPIRY);

    private final Db db;
    private final Outbox outbox;
    private final Time time;
    private final VirtualThreads threads;
    private final NightWork work;

    /// @param threads where it goes on after the request
    Arrears(Db db, Outbox outbox, Time time, VirtualThreads threads, NightWork work) {
        this.db = db;
        this.outbox = outbox;
        this.time = time;
        this.threads = threads;
        this.work = work;
    }

    /// @param partnership its code; empty for all that have arrears
    void choose(String partnership, String choice, String by) {
        Instant now = time.now();
        LocalDate today = time.today();
        List<String> chosen = DueQueries.behind(db.reads(), today).await().stream()
                .map(DueQueries.Behind::partnership)
                .filter(code -> partnership.isEmpty() || partnership.equals(code))
                .toList();
        db.transact(connection -> {
            for (String code : chosen) {
                ArrearsChoiceQueries.choose(connection, code, now, by, choice, today)
                        .await();
                JsonObject said = new JsonObject().put("choice", choice).put("until", today.toString());
                Event event = new Event("ArrearsChosen", "partnership:" + code, by, List.of("admins"), said);
                outbox.append(connection, event).await();
            }
            return chosen.size();
        });
        if (choice.equals("APPLIED")) {
            threads.run(() -> apply(chosen, now, today))
                    .onFailure(failure -> LOG.error("Arrears are not all applied; choose again", failure));
        }
    }

    /// What dies half-way is still behind, and can be chosen again.
    private int apply(List<String> partnerships, Instant chosenAt, LocalDate today) {
        int all = 0;
        for (String code : partnerships) {
            int done = RULES.stream()
                    .mapToInt(rule -> work.run(rule, Span.arrears(today, code)))
                    .sum();
            db.transact(connection -> ArrearsChoiceQueries.ended(connection, code, chosenAt, done, time.now())
                    .await());
            all += done;
        }
        return all;
    }
}
