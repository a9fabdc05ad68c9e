package be.leermeester.portal.rows;

import java.util.Optional;

/// Register numbers as people write them.
public final class Written {

    private Written() {}

    /// `0442239628` as `0442.239.628`.
    public static String enterprise(String number) {
        return number.length() == 10
                ? number.substring(0, 4) + "." + number.substring(4, 7) + "." + number.substring(7)
                : number;
    }

    /// `2123456789` as `2.123.456.789`.
    public static String establishment(String number) {
        return number.length() == 10
                ? number.charAt(0) + "." + number.substring(1, 4) + "." + number.substring(4, 7) + "."
                        + number.substring(7)
                : number;
    }

    /// The digits of what may be (the beginning of) a register number: three or more digits with points, spaces or
    /// nothing between them, and perhaps the country before it.
    public static Optional<String> digits(String typed) {
        String bare = typed.replaceFirst("(?i)^BE\\s*", "").replaceAll("[. ]", "");
        return bare.matches("\\d{3,10}") ? Optional.of(bare) : Optional.empty();
    }
}
