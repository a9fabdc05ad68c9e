package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Flaw;
import be.leermeester.portal.exchange.format.Row;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.Standing;
import be.leermeester.portal.status.StatusChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The histories of the applications that an import touches: collected while the events are read, judged as a whole
/// when everything is, together with what the database holds.
final class Histories {

    private static final String FILE = "application_events.csv";

    private final Map<String, List<History.Line>> imported = new HashMap<>();

    void add(Row event) {
        Instant at = event.moment("at");
        if (at == null) {
            throw new IllegalStateException("An event without a moment");
        }
        StatusChange change = new StatusChange(
                at, RecognitionStatus.valueOf(event.text("status")), Boolean.TRUE.equals(event.get("automatic")));
        imported.computeIfAbsent(event.text("application_id").intern(), _ -> new ArrayList<>(3))
                .add(new History.Line(change, event.line()));
    }

    /// Rejects the changes that are not allowed and writes what every touched dossier's history says into the
    /// temporary table `standing`. Answers how many submissions are implied: they are events that no file holds.
    int judge(Connection connection, KnownKeys known, List<Reject> rejects) throws SQLException {
        HistoryQueries.createStanding(connection);
        Map<String, List<StatusChange>> existing = HistoryQueries.existing(connection);
        Restorations restorations = new Restorations(connection);
        Set<Integer> dropped = new HashSet<>();
        Map<Integer, Integer> moved = new LinkedHashMap<>();
        Map<String, Instant> implied = new LinkedHashMap<>();
        // COPY keeps the connection to itself, and a restoration may have to ask: judge first, write then.
        Map<String, Standing> judged = new LinkedHashMap<>();
        for (String application : touched(known)) {
            Instant submitted = known.submittedAt(application);
            if (submitted == null) {
                throw new IllegalStateException("No submission of " + application);
            }
            History history = History.of(
                    submitted,
                    existing.getOrDefault(application, List.of()),
                    imported.getOrDefault(application, List.of()),
                    (before, at) -> restorations.allow(application, before, at));
            judged.put(application, history.standing());
            history.rejected().forEach((line, flaw) -> {
                dropped.add(line.number());
                rejects.add(new Reject(FILE, line.number(), value(line, flaw), flaw));
            });
            moved.putAll(history.moved());
            if (history.submissionIsImplied()) {
                implied.put(application, submitted);
            }
        }
        HistoryQueries.arrange(connection, dropped, moved);
        HistoryQueries.writeImplied(connection, implied);
        HistoryQueries.writeStandings(connection, judged);
        return implied.size();
    }

    private Set<String> touched(KnownKeys known) {
        Set<String> touched = new HashSet<>(known.taken("applications"));
        touched.addAll(imported.keySet());
        return touched;
    }

    private static String value(History.Line line, Flaw flaw) {
        return flaw.column().equals("at")
                ? line.change().at().toString()
                : line.change().status().name();
    }
}
