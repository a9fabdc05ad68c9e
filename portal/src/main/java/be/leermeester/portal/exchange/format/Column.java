package be.leermeester.portal.exchange.format;

import org.jspecify.annotations.Nullable;

/// A column of a file.
///
/// @param target the column of the database's table; null where it goes there by a [Derived] only
/// @param required whether an empty cell makes the row unusable
/// @param absent what an empty cell means; null where it means unknown
/// @param refers the table whose key it names; a table refers to itself once all of its rows are read
/// @param fact whether it is the moment of something that happened, so that the latest dates the whole import
public record Column(
        String name,
        Kind kind,
        @Nullable String target,
        boolean required,
        @Nullable Object absent,
        @Nullable String refers,
        boolean fact) {

    static Column of(String name, Kind kind) {
        return new Column(name, kind, name, false, null, null, false);
    }

    Column as(@Nullable String target) {
        return new Column(name, kind, target, required, absent, refers, fact);
    }

    Column needed() {
        return new Column(name, kind, target, true, absent, refers, fact);
    }

    Column or(Object absent) {
        return new Column(name, kind, target, required, absent, refers, fact);
    }

    Column refers(String table) {
        return new Column(name, kind, target, required, absent, table, fact);
    }

    Column happened() {
        return new Column(name, kind, target, required, absent, refers, true);
    }

    /// As SQL writes it: some of the names are words of the language.
    public String quoted() {
        return '"' + name + '"';
    }
}
