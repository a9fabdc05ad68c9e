package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.Locale;

/// Numbers with right check digits that nobody in the real world has, nor the Flemish data set of 2021.
final class DemoNumbers {

    private DemoNumbers() {}

    /// The n-th enterprise number from 0990.000.0.., n below 10,000.
    static String enterprise(int n) {
        return checked(9_900_000L + n);
    }

    /// The n-th establishment unit number from 8.990.000.0.., n below 10,000.
    static String establishment(int n) {
        return checked(89_900_000L + n);
    }

    /// A bis number of somebody whose sex is known (month plus 40): the register never gives the serials 997 to 999.
    static String national(LocalDate birth, int serial) {
        long nine = (birth.getYear() % 100) * 10_000_000L
                + (birth.getMonthValue() + 40) * 100_000L
                + birth.getDayOfMonth() * 1_000L
                + serial;
        long counted = birth.getYear() >= 2000 ? 2_000_000_000L + nine : nine;
        return String.format(Locale.ROOT, "%09d%02d", nine, 97 - counted % 97);
    }

    private static String checked(long eight) {
        return String.format(Locale.ROOT, "%08d%02d", eight, 97 - eight % 97);
    }
}
