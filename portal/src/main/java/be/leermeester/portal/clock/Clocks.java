package be.leermeester.portal.clock;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Time;
import io.vertx.core.Future;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The clock by which the portal lives, and the real one, by which signing in does: tokens and sessions come from
/// people
/// and providers whose clocks nobody sets. Outside a demo they are the same.
public record Clocks(Time real, MovedClock moved, boolean demo) {

    public static Clocks of(Time real, boolean demo) {
        return new Clocks(real, new MovedClock(real.source()), demo);
    }

    public Time time() {
        return demo ? new Time(moved) : real;
    }

    /// Null outside a demo.
    public @Nullable MovedClock shown() {
        return demo ? moved : null;
    }

    /// The day that was set, null while the clock runs right.
    public @Nullable LocalDate setDay() {
        return demo ? moved.setDay() : null;
    }

    /// As the database says, before anything asks for the day.
    public Future<?> set(Db db) {
        return demo ? TimeMachine.set(db, moved) : Future.succeededFuture();
    }
}
