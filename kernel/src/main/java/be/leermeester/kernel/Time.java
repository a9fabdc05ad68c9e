package be.leermeester.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The portal's clock. Nothing else asks the machine what time it is, so that tests and demos can set it.
public record Time(InstantSource source) {

    /// All dates are calendar dates here (domain.md section 1).
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    public Instant now() {
        return source.instant();
    }

    public LocalDate today() {
        return dateOf(now());
    }

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The first moment of a day.
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
