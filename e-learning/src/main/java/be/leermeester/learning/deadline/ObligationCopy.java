package be.leermeester.learning.deadline;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Writes obligations with COPY, a bundle at a time: a connection cannot read and copy at once.
final class ObligationCopy {

    private static final int BUNDLE = 5_000;

    private final PGConnection connection;
    private final StringBuilder lines = new StringBuilder();
    private int waiting;
    private int written;

    ObligationCopy(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    void add(TrainingObligation obligation) {
        lines.append(ObligationRow.values(obligation).stream()
                        .map(ObligationCopy::field)
                        .collect(Collectors.joining("\t")))
                .append('\n');
        waiting++;
    }

    void flushWhenFull() throws SQLException {
        if (waiting >= BUNDLE) {
            flush();
        }
    }

    /// Writes the rest and answers how many there were.
    int finish() throws SQLException {
        flush();
        return written;
    }

    private void flush() throws SQLException {
        try (StringReader reader = new StringReader(lines.toString())) {
            connection
                    .getCopyAPI()
                    .copyIn("COPY learning.obligation (" + ObligationRow.COLUMNS + ") FROM STDIN", reader);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        written += waiting;
        waiting = 0;
        lines.setLength(0);
    }

    private static String field(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
