package be.leermeester.kernel;

import java.time.LocalDate;

/// Scheduled work, run once per business date whatever the number of servers, missed dates in order. `run` is told in
/// straight lines on a virtual thread and must be safe to repeat.
public interface Job {

    /// Stable: runs are kept under it.
    String name();

    /// Does the work of one business date and says in a few words what was done.
    String run(LocalDate businessDate);
}
