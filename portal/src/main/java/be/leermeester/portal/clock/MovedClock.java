package be.leermeester.portal.clock;

import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A clock that runs so many calendar days ahead of the real one, at the same hour in Brussels (O3).
public final class MovedClock implements InstantSource {

    private final InstantSource real;
    private volatile int days;

    public MovedClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        return days == 0 ? now : now.atZone(Time.ZONE).plusDays(days).toInstant();
    }

    void runAhead(int more) {
        days = more;
    }

    /// The day that it is here, null while it is the real one.
    public @Nullable LocalDate setDay() {
        return days == 0 ? null : Time.dateOf(instant());
    }

    LocalDate realDay() {
        return Time.dateOf(real.instant());
    }
}
