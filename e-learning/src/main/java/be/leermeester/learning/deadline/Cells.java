package be.leermeester.learning.deadline;

import io.vertx.sqlclient.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The columns of a row, counted from 0, whichever client read it: the import derives over JDBC inside its own
/// transaction, everything else over the reactive client, and both must read the same facts.
sealed interface Cells {

    @Nullable
    String textOrNull(int column);

    @Nullable
    LocalDate dayOrNull(int column);

    int number(int column);

    Instant moment(int column);

    boolean truth(int column);

    default String text(int column) {
        return present(textOrNull(column), column);
    }

    default LocalDate day(int column) {
        return present(dayOrNull(column), column);
    }

    private static <T> T present(@Nullable T value, int column) {
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is empty");
        }
        return value;
    }

    record Reactive(Row row) implements Cells {
        @Override
        public @Nullable String textOrNull(int column) {
            return row.getString(column);
        }

        @Override
        public @Nullable LocalDate dayOrNull(int column) {
            return row.getLocalDate(column);
        }

        @Override
        public int number(int column) {
            return row.getInteger(column);
        }

        @Override
        public boolean truth(int column) {
            return row.getBoolean(column);
        }

        @Override
        public Instant moment(int column) {
            return row.getOffsetDateTime(column).toInstant();
        }
    }

    record Jdbc(ResultSet rows) implements Cells {
        @Override
        public @Nullable String textOrNull(int column) {
            return value(column, String.class);
        }

        @Override
        public @Nullable LocalDate dayOrNull(int column) {
            return value(column, LocalDate.class);
        }

        @Override
        public int number(int column) {
            return present(value(column, Integer.class), column);
        }

        @Override
        public boolean truth(int column) {
            return present(value(column, Boolean.class), column);
        }

        @Override
        public Instant moment(int column) {
            return present(value(column, OffsetDateTime.class), column).toInstant();
        }

        private <T> @Nullable T value(int column, Class<T> type) {
            try {
                return rows.getObject(column + 1, type);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
