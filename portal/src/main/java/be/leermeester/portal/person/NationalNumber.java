package be.leermeester.portal.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The national number of a person (*INSZ, rijksregisternummer*): eleven digits, of which the last two are 97 - (the
/// first nine mod 97), for births from 2000 on with a `2` before the nine; bis numbers add 20 or 40 to the month
/// (domain.md section 1). Sensitive: [#toString] does not tell it.
///
/// @param digits the eleven digits
public record NationalNumber(String digits) {

    private static final long CENTURY = 2_000_000_000L;

    /// @param digits with or without dots, dashes and spaces; throws [IllegalArgumentException] where it is no such
    ///     number, without repeating it
    public NationalNumber {
        digits = onlyDigits(digits);
        if (digits.length() != 11 || !(is(digits, 0) || is(digits, CENTURY))) {
            throw new IllegalArgumentException("Not a national number");
        }
        if (month(digits) > 12 || day(digits) > 31) {
            throw new IllegalArgumentException("Not the number of a date");
        }
    }

    public static Optional<NationalNumber> parse(String written) {
        try {
            return Optional.of(new NationalNumber(written));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /// The day of birth; empty where the register does not know it (month or day 00).
    public Optional<LocalDate> birthDate() {
        int century = is(digits, CENTURY) ? 2000 : 1900;
        try {
            return Optional.of(LocalDate.of(century + Integer.parseInt(digits, 0, 2, 10), month(digits), day(digits)));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "NationalNumber(…)";
    }

    private static boolean is(String digits, long century) {
        long first = Long.parseLong(digits, 0, 9, 10) + century;
        return 97 - first % 97 == Integer.parseInt(digits, 9, 11, 10);
    }

    private static int month(String digits) {
        int month = Integer.parseInt(digits, 2, 4, 10);
        return month >= 60 ? month : month % 20;
    }

    private static int day(String digits) {
        return Integer.parseInt(digits, 4, 6, 10);
    }

    private static String onlyDigits(String written) {
        StringBuilder digits = new StringBuilder(11);
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != '.' && c != '-' && c != ' ') {
                return "";
            }
        }
        return digits.toString();
    }
}
