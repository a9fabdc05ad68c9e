package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Flaw;

/// A row that was not taken.
///
/// @param line of the file, whose header is line 1
/// @param value what the column held, shortened; never a national number
public record Reject(String file, int line, String value, Flaw flaw) {

    private static final int SHOWN = 200;

    public Reject {
        if (flaw.column().equals("national_number")) {
            value = "…";
        } else if (value.length() > SHOWN) {
            value = value.substring(0, SHOWN) + "…";
        }
    }
}
