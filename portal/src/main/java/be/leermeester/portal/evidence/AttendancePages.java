package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.export.TableFile;
import be.leermeester.portal.rows.ListFile;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Attendance lists of a sector's trainers: handed over, matched, looked at, applied once (C8).
public final class AttendancePages implements Feature {

    private static final String PATH = "/evidence/lists";
    private static final Access HANDLERS = Access.roles(Role.HANDLER);
    private static final long MAX = 2L << 20;

    record Lists(List<AttendanceQueries.Attendance> lists, List<Form.Error> errors) {}

    record Candidate(String id, String name) {}

    record Shown(AttendanceQueries.Line line, List<Candidate> candidates) {}

    record Sheet(AttendanceQueries.Attendance list, List<Shown> lines, long matched, long ambiguous, long unknown) {}

    private final Db db;
    private final TakeAttendance take;

    AttendancePages(Db db, TakeAttendance take) {
        this.db = db;
        this.take = take;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, HANDLERS, visit -> lists(visit, List.of()));
        routes.uploads(PATH, HANDLERS, MAX, this::read);
        routes.acts(HttpMethod.GET, PATH + "/:id", HANDLERS, this::show);
        routes.acts(HttpMethod.POST, PATH + "/:id", HANDLERS, this::apply);
        routes.acts(HttpMethod.GET, PATH + "/:id/result.csv", HANDLERS, this::result);
    }

    private Reply lists(Visit visit, List<Form.Error> errors) {
        return new Reply.View(
                "evidence/lists",
                new Lists(AttendanceQueries.lists(db.reads(), mine(visit)).await(), errors),
                errors.isEmpty() ? 200 : 422);
    }

    private static Where mine(Visit visit) {
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER));
        Where where = new Where();
        return scope.everything() ? where : where.and("l.partnership_code = ANY (?)", scope.partnerships());
    }

    private Reply read(Visit visit) {
        String partnership = visit.scope(Role.HANDLER);
        FileUpload upload = visit.files().stream()
                .filter(file -> file.name().equals("source") && file.size() > 0)
                .findFirst()
                .orElse(null);
        if (upload == null || partnership.isEmpty()) {
            return refused(visit, upload == null ? "evidence.lists.no-file" : "evidence.lists.no-partnership");
        }
        try {
            byte[] bytes = Files.readAllBytes(Path.of(upload.uploadedFileName()));
            Optional<List<AttendanceRow>> rows = AttendanceRow.read(new String(bytes, StandardCharsets.UTF_8));
            if (rows.isEmpty()) {
                return refused(visit, "evidence.lists.unreadable");
            }
            String name = upload.fileName().replaceAll("[\\p{Cc}\\d]", "");
            String id = take.read(
                    partnership,
                    name.length() > 100 ? name.substring(0, 100) : name,
                    hashOf(bytes),
                    rows.orElseThrow(),
                    visit.identity().personId());
            return Reply.redirect(PATH + "/" + id);
        } catch (IOException unreadable) {
            return refused(visit, "evidence.lists.unreadable");
        }
    }

    private static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reply refused(Visit visit, String key) {
        return lists(visit, List.of(new Form.Error("source", visit.say(key))));
    }

    private Reply show(Visit visit) {
        AttendanceQueries.Attendance list = own(visit);
        List<AttendanceQueries.Line> lines =
                AttendanceQueries.lines(db.reads(), list.id()).await();
        List<Shown> shown = lines.stream()
                .map(line -> new Shown(
                        line,
                        line.match().equals("AMBIGUOUS")
                                ? line.candidates().stream()
                                        .map(this::candidate)
                                        .toList()
                                : List.of()))
                .toList();
        return Reply.view(
                "evidence/sheet",
                new Sheet(
                        list,
                        shown,
                        count(lines, "MATCHED"),
                        count(lines, "AMBIGUOUS"),
                        count(lines, "UNKNOWN") + count(lines, "UNREADABLE")));
    }

    private Candidate candidate(String id) {
        Evidence.Person person = EvidenceQueries.person(db.reads(), id).await();
        return new Candidate(id, person == null ? id : person.name());
    }

    private static long count(List<AttendanceQueries.Line> lines, String match) {
        return lines.stream().filter(line -> line.match().equals(match)).count();
    }

    private Reply apply(Visit visit) {
        AttendanceQueries.Attendance list = own(visit);
        Form form = visit.form();
        Map<Integer, String> chosen = new HashMap<>();
        AttendanceQueries.lines(db.reads(), list.id()).await().forEach(line -> {
            String person = form.given("line-" + line.line(), 80);
            if (!person.isEmpty() && !line.candidates().contains(person)) {
                throw new Problem.BadRequest(
                        "problem.parameter-choice", "line-" + line.line(), String.join(", ", line.candidates()));
            }
            if (!person.isEmpty()) {
                chosen.put(line.line(), person);
            }
        });
        take.apply(list, chosen, visit.identity().personId());
        return Reply.redirect(PATH + "/" + list.id());
    }

    private Reply result(Visit visit) {
        AttendanceQueries.Attendance list = own(visit);
        List<String> columns = List.of(
                "evidence.lists.line",
                "evidence.lists.written",
                "evidence.course",
                "evidence.to",
                "evidence.hours",
                "evidence.lists.match",
                "evidence.lists.mentor",
                "evidence.lists.outcome");
        return ListFile.of(
                        visit,
                        "evidence.lists.title",
                        list.fileName(),
                        columns,
                        AttendanceQueries.lines(db.reads(), list.id()).await().stream()
                                .map(line -> ListFile.row(
                                        line.line(),
                                        line.written(),
                                        line.course(),
                                        line.followedOn(),
                                        line.hours(),
                                        visit.say("term.attendance." + line.match()),
                                        line.chosenName(),
                                        line.outcome() == null ? null : visit.say("term.attendance." + line.outcome())))
                                .toList())
                .download("aanwezigheden", TableFile.Format.CSV);
    }

    private AttendanceQueries.Attendance own(Visit visit) {
        return AttendanceQueries.lists(
                        db.reads(), mine(visit).and("l.id = ?", visit.params().id("id")))
                .await()
                .stream()
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
    }
}
