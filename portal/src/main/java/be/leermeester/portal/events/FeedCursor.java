package be.leermeester.portal.events;

import be.leermeester.kernel.Problem;
import java.util.UUID;

/// A place in the change feed: after the event `id` of the transaction `tx`.
///
/// The feed is in the order of transaction numbers, not of the clock: an event carries the moment at which it was
/// written, but its transaction can end long after that, behind others that began later, and servers' clocks differ.
/// Somebody who remembered the latest moment seen would never hear of such an event. A transaction number is given once
/// and in order; only transactions below `pg_snapshot_xmin` are shown, which have all ended, while every transaction
/// still to end has a higher number. So nothing can appear before a place that was handed out. The price: while a long
/// transaction (an import) runs, the feed waits for its end. Numbers belong to one database cluster: whoever restores a
/// dump into a new one lets its counter pass the highest `tx` (`pg_resetwal -x`), or lets consumers begin anew.
///
/// Written as `<tx>-<id>`.
record FeedCursor(long tx, UUID id) {

    static final FeedCursor START = new FeedCursor(0, new UUID(0, 0));

    /// Throws [Problem.BadRequest] for what is not one; `""` is the beginning.
    static FeedCursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("-", 2);
        try {
            if (parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].length() == 36) {
                return new FeedCursor(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException notAnId) {
            throw new Problem.BadRequest("events.problem.cursor");
        }
        throw new Problem.BadRequest("events.problem.cursor");
    }

    @Override
    public String toString() {
        return tx + "-" + id;
    }
}
