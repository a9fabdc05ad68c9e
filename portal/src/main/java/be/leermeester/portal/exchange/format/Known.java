package be.leermeester.portal.exchange.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a row can lean on: rows of the same import that were taken, and what the database holds already.
public interface Known {

    /// @param table the name of a file without `.csv`, or one of the tables of [ExchangeFormat#REFERENCE_DATA]
    boolean has(String table, String key);

    /// When an application was submitted; null where it is unknown.
    @Nullable
    Instant submittedAt(String applicationId);

    /// Whether the source holds a file under this path.
    boolean hasFile(String path);
}
