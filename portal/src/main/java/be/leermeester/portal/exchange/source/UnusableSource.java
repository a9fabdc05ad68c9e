package be.leermeester.portal.exchange.source;

import java.util.Arrays;
import java.util.List;

/// A source that cannot be read as a whole, so that nothing of it is imported: a message key and its arguments.
public final class UnusableSource extends Exception {

    private final String key;
    private final transient List<Object> arguments;

    public UnusableSource(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments), null, true, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
