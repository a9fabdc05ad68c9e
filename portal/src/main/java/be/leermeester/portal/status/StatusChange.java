package be.leermeester.portal.status;

import java.time.Instant;

/// One line of a dossier's history.
public record StatusChange(Instant at, RecognitionStatus status, boolean automatic) {

    public StatusChange(Instant at, RecognitionStatus status) {
        this(at, status, false);
    }
}
