package be.leermeester.portal.rows;

import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.export.TableFile;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as a file that says itself what was asked, when and by whom (D5).
public final class ListFile {

    /// More than there will be rows in one list for a long time.
    public static final int MAX_ROWS = 200_000;

    private ListFile() {}

    /// @param title key of what it is
    /// @param columns keys of the headings; a key with `.meaning` behind it says what the column means
    public static TableFile of(
            Visit visit, String title, String sentence, List<String> columns, List<List<@Nullable Object>> rows) {
        String moment = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", visit.language())
                .withZone(Time.ZONE)
                .format(visit.time().now());
        return new TableFile(
                visit.say(title),
                List.of(visit.say(title) + ": " + sentence, visit.say("rows.made", moment)),
                columns.stream()
                        .map(key -> new TableFile.Column(visit.say(key), meaning(visit, key)))
                        .toList(),
                rows);
    }

    private static String meaning(Visit visit, String key) {
        String meaning = visit.say(key + ".meaning");
        return meaning.equals(key + ".meaning") ? "" : meaning;
    }

    /// A row; cells can be null.
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
