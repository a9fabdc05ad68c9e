package be.leermeester.portal.embedded;

import java.io.Serial;

/// PostgreSQL could not be started or kept running. The message is one sentence for the person who starts the
/// portal.
public final class EmbeddedPostgresException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String sentence) {
        super(sentence);
    }

    EmbeddedPostgresException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
