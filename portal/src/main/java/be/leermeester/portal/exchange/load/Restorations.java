package be.leermeester.portal.exchange.load;

import be.leermeester.kernel.Time;
import be.leermeester.portal.status.RecognitionStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lets a refused or revoked recognition be approved again: an appeal that annulled the decision (domain.md
/// section 7), or for a revoked one accepted evidence of a mentor's training (section 3).
final class Restorations {

    private final Connection connection;
    private @Nullable Map<String, List<LocalDate>> annulments;
    private @Nullable Set<String> evidence;

    Restorations(Connection connection) {
        this.connection = connection;
    }

    boolean allow(String application, RecognitionStatus before, Instant approval) {
        LocalDate day = Time.dateOf(approval);
        try {
            if (annulments == null) {
                annulments = HistoryQueries.annulments(connection);
            }
            if (annulments.getOrDefault(application, List.of()).stream().anyMatch(decided -> !decided.isAfter(day))) {
                return true;
            }
            if (before == RecognitionStatus.REJECTED) {
                return false;
            }
            if (evidence == null) {
                evidence = HistoryQueries.withTrainedMentor(connection);
            }
            return evidence.contains(application);
        } catch (SQLException failure) {
            throw new LoadFailure(failure);
        }
    }
}
