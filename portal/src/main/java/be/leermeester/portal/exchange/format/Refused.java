package be.leermeester.portal.exchange.format;

/// A value that cannot be what its column holds. Thrown for single cells by the hundred thousand: no stack trace.
public final class Refused extends Exception {

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
