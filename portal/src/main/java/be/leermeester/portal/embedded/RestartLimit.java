package be.leermeester.portal.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Dying more than five times in a minute means that starting again does not help.
final class RestartLimit {

    private static final int RESTARTS = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Long> restarts = new ArrayDeque<>();

    /// Counts one more.
    synchronized boolean exceeded() {
        long now = System.nanoTime();
        restarts.removeIf(at -> now - at > WINDOW.toNanos());
        restarts.add(now);
        return restarts.size() > RESTARTS;
    }
}
