package be.leermeester.portal.exchange;

import be.leermeester.kernel.Form;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.exchange.format.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The models of the pages on imports.
final class ImportViews {

    private ImportViews() {}

    record Overview(
            List<ImportQueries.Run> runs, Map<String, String> values, List<Form.Error> errors, long maxMegabytes) {}

    record FileLine(String file, long read, long taken, long rejected, long unchanged) {}

    record RejectLine(String file, int line, String column, String value, String reason) {}

    /// @param doing what is going on, in words, while it runs
    /// @param problem why it failed, in words
    record Detail(
            String id,
            String source,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable LocalDate stateDate,
            boolean dryRun,
            String state,
            boolean running,
            boolean done,
            String doing,
            long rowsDone,
            long rowsTotal,
            @Nullable String problem,
            List<FileLine> files,
            List<String> skipped,
            long rejects,
            List<RejectLine> shown) {}

    static Detail detail(ImportQueries.Run run, Visit visit) {
        JsonObject summary = run.summary() == null ? new JsonObject() : run.summary();
        return new Detail(
                run.id(),
                run.source(),
                run.startedBy(),
                run.startedAt(),
                run.endedAt(),
                run.stateDate(),
                run.dryRun(),
                run.state(),
                run.state().equals("RUNNING"),
                run.state().equals("DONE"),
                doing(run.step(), visit),
                run.rowsDone(),
                Math.max(1, run.rowsTotal()),
                problem(run, visit),
                objects(summary, "files").map(ImportViews::file).toList(),
                skipped(summary, visit),
                run.rejects(),
                objects(summary, "rejects").map(reject -> reject(reject, visit)).toList());
    }

    private static String doing(String step, Visit visit) {
        if (step.isEmpty()) {
            return visit.say("import.step.SURVEY");
        }
        String[] words = step.split(" ", 2);
        return visit.say("import.step." + words[0]) + (words.length < 2 ? "" : " " + words[1]);
    }

    private static @Nullable String problem(ImportQueries.Run run, Visit visit) {
        if (run.standsStill()) {
            return visit.say("import.failed.stopped");
        }
        JsonObject problem = run.problem();
        return problem == null
                ? null
                : visit.say(
                        problem.getString("key"),
                        problem.getJsonArray("arguments", new JsonArray()).stream()
                                .toArray());
    }

    private static FileLine file(JsonObject file) {
        return new FileLine(
                file.getString("file"),
                file.getLong("read"),
                file.getLong("taken"),
                file.getLong("rejected"),
                file.getLong("unchanged"));
    }

    private static RejectLine reject(JsonObject reject, Visit visit) {
        return new RejectLine(
                reject.getString("file"),
                reject.getInteger("line"),
                reject.getString("column"),
                reject.getString("value"),
                visit.say(
                        Reason.valueOf(reject.getString("reason")).key(),
                        reject.getJsonArray("arguments", new JsonArray()).stream()
                                .toArray()));
    }

    private static List<String> skipped(JsonObject summary, Visit visit) {
        return Stream.concat(
                        strings(summary, "unknownFiles").map(file -> visit.say("import.unknown-file", file)),
                        strings(summary, "unknownColumns").map(column -> visit.say("import.unknown-column", column)))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject of, String name) {
        return of.getJsonArray(name, new JsonArray()).stream().map(each -> (JsonObject) each);
    }

    private static Stream<String> strings(JsonObject of, String name) {
        return of.getJsonArray(name, new JsonArray()).stream().map(Object::toString);
    }
}
