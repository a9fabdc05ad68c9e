package be.leermeester.portal.report;

import java.util.Locale;

/// What a row of a table is; add up rows of type [#DATA] only.
enum RowType {
    DATA,
    SUBTOTAL,
    TOTAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
