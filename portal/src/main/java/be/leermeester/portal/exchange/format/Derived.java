package be.leermeester.portal.exchange.format;

import org.jspecify.annotations.Nullable;

/// A column of the database's table that no column of the file is copied to as it stands.
///
/// @param target the column
/// @param from the column of the file without which it is left alone; null where it never is
/// @param expression its value for a new row, in SQL over the staged row `s`
/// @param update its value for a known row, over `t` and `excluded`; null where it stays as it is
/// @param changed whether a known row has to change for it, over `s` and `t`; null where it is no reason to
public record Derived(
        String target,
        @Nullable String from,
        String expression,
        @Nullable String update,
        @Nullable String changed) {

    /// Set when the row is new and never again.
    static Derived once(String target, String expression) {
        return new Derived(target, null, expression, null, null);
    }

    /// Follows the staged row.
    static Derived follows(String target, @Nullable String from, String expression) {
        return new Derived(
                target, from, expression, "excluded." + target, "t." + target + " IS DISTINCT FROM " + expression);
    }
}
