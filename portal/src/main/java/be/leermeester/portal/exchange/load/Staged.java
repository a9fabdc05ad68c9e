package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file that was read: its good rows lie in the table's stage.
///
/// @param read rows of the file
/// @param rows rows in the stage; those of a history can still be refused
/// @param present the columns that the file has; the others are left as they are
/// @param latest the day of the latest fact
record Staged(
        Table table,
        long read,
        long rows,
        Set<String> present,
        List<String> unknownColumns,
        @Nullable LocalDate latest) {

    Staged {
        present = Set.copyOf(present);
        unknownColumns = List.copyOf(unknownColumns);
    }
}
