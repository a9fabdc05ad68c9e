package be.leermeester.portal.renewal;

import be.leermeester.portal.nightly.NightPreview;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// Of which recognitions the companies will be asked or reminded on a day: in the first week of a quarter.
public final class MailingPreview implements NightPreview {

    @Override
    public String code() {
        return "RENEWALS";
    }

    @Override
    public Future<Map<String, Long>> counts(SqlClient client, LocalDate day) {
        Quarter quarter = Quarter.of(day);
        if (!quarter.firstWeekHolds(day)) {
            return Future.succeededFuture(Map.of());
        }
        return MailingQueries.counts(client, quarter).map(found -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            found.forEach(count -> counts.put(count.partnership(), count.asked() + count.reminded()));
            return counts;
        });
    }
}
