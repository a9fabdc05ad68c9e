package be.leermeester.portal.exchange.load;

import java.sql.SQLException;

/// Carries the database's refusal out of places that can throw nothing else.
final class LoadFailure extends RuntimeException {

    private final SQLException refusal;

    LoadFailure(SQLException refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    SQLException refusal() {
        return refusal;
    }
}
