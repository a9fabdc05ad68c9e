package be.leermeester.portal.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Nothing was imported: a message key and its arguments say why.
public final class ImportFailed extends Exception {

    private final String key;
    private final transient List<Object> arguments;

    ImportFailed(String key, List<Object> arguments, @Nullable Throwable cause) {
        super(key + " " + arguments, cause);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
