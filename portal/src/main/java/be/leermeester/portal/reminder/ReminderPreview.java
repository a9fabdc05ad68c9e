package be.leermeester.portal.reminder;

import be.leermeester.portal.nightly.NightPreview;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Map;

/// How many deadlines will be reminded of on a day.
public final class ReminderPreview implements NightPreview {

    @Override
    public String code() {
        return "REMINDERS";
    }

    @Override
    public Future<Map<String, Long>> counts(SqlClient client, LocalDate day) {
        return ReminderQueries.open(client, day);
    }
}
