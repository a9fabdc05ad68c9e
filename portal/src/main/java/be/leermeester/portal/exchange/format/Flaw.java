package be.leermeester.portal.exchange.format;

import java.util.List;

/// What is wrong with a row.
///
/// @param column the column that shows it
/// @param arguments of the reason's sentence
public record Flaw(String column, Reason reason, List<String> arguments) {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    public Flaw(String column, Reason reason, String... arguments) {
        this(column, reason, List.of(arguments));
    }
}
