package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes an attendance list: first it is only read and matched, then it is applied, once. Blocks a virtual thread.
final class TakeAttendance {

    private final Db db;
    private final NationalNumberVault vault;
    private final AfterAcceptance after;
    private final Ids ids;
    private final Time time;

    TakeAttendance(Db db, NationalNumberVault vault, AfterAcceptance after, Ids ids, Time time) {
        this.db = db;
        this.vault = vault;
        this.after = after;
        this.ids = ids;
        this.time = time;
    }

    /// The id of the list; the one that was taken before where it is the same file.
    String read(String partnership, String fileName, String hash, List<AttendanceRow> rows, String by) {
        String before = AttendanceQueries.known(db.reads(), partnership, hash).await();
        if (before != null) {
            return before;
        }
        String id = ids.next().toString();
        List<AttendanceQueries.Line> lines =
                rows.stream().map(row -> matched(partnership, row)).toList();
        boolean taken = db.transact(connection -> {
            boolean first = AttendanceQueries.insert(connection, id, partnership, fileName, hash, by, time.now())
                    .await();
            if (first) {
                lines.forEach(
                        line -> AttendanceQueries.line(connection, id, line).await());
            }
            return first;
        });
        return taken
                ? id
                : Objects.requireNonNull(
                        AttendanceQueries.known(db.reads(), partnership, hash).await());
    }

    private AttendanceQueries.Line matched(String partnership, AttendanceRow row) {
        if (!row.readable(time.today())) {
            return line(row, "UNREADABLE", List.of());
        }
        NationalNumber number = row.number();
        List<AttendanceQueries.Found> found = AttendanceQueries.find(
                        db.reads(), partnership, number == null ? null : vault.hash(number), row.email(), row.name())
                .await();
        boolean byName = number == null && row.email().isEmpty();
        List<AttendanceQueries.Found> likely = byName && row.birthDate() != null
                ? found.stream().filter(each -> isBorn(each, row)).toList()
                : found;
        List<String> candidates =
                likely.stream().map(AttendanceQueries.Found::id).toList();
        boolean sure = likely.size() == 1 && (!byName || row.birthDate() != null);
        return line(row, likely.isEmpty() ? "UNKNOWN" : sure ? "MATCHED" : "AMBIGUOUS", candidates);
    }

    private boolean isBorn(AttendanceQueries.Found each, AttendanceRow row) {
        Buffer sealed = each.sealed();
        return sealed != null
                && vault.open(sealed.getBytes())
                        .birthDate()
                        .filter(day -> day.equals(row.birthDate()))
                        .isPresent();
    }

    private static AttendanceQueries.Line line(AttendanceRow row, String match, List<String> candidates) {
        String chosen = match.equals("MATCHED") ? candidates.getFirst() : null;
        return new AttendanceQueries.Line(
                row.line(),
                row.written(),
                row.course(),
                row.followedOn(),
                row.hours(),
                match,
                candidates,
                chosen,
                null,
                null);
    }

    /// False where it had been applied already: then nothing changes.
    ///
    /// @param chosen by line, among its candidates; others are passed over
    boolean apply(AttendanceQueries.Attendance list, Map<Integer, String> chosen, String handler) {
        return db.transact(connection -> {
            if (!AttendanceQueries.begin(connection, list.id(), time.now()).await()) {
                return false;
            }
            for (AttendanceQueries.Line line :
                    AttendanceQueries.lines(connection, list.id()).await()) {
                String person = line.match().equals("MATCHED") ? line.chosen() : chosen.get(line.line());
                boolean known = person != null && line.candidates().contains(person);
                String outcome = known ? train(connection, list, line, Objects.requireNonNull(person)) : "SKIPPED";
                AttendanceQueries.outcome(connection, list.id(), line.line(), known ? person : null, outcome)
                        .await();
                if (outcome.equals("APPLIED")) {
                    follow(connection, list, line, Objects.requireNonNull(person), handler);
                }
            }
            return true;
        });
    }

    private String train(
            SqlConnection connection, AttendanceQueries.Attendance list, AttendanceQueries.Line line, String person) {
        WriteQueries.Training training = new WriteQueries.Training(
                person,
                list.partnership(),
                Objects.requireNonNull(line.followedOn()),
                "FOLLOWED_SECTOR",
                null,
                list.partnershipName(),
                line.course(),
                line.hours());
        return WriteQueries.train(connection, training, time.now()).await() ? "APPLIED" : "KNOWN";
    }

    private void follow(
            SqlConnection connection,
            AttendanceQueries.Attendance list,
            AttendanceQueries.Line line,
            String person,
            String handler) {
        DeriveObligations.of(connection, List.of(person)).await();
        after.restore(connection, person, list.partnership(), Objects.requireNonNull(line.followedOn()), handler);
    }
}
