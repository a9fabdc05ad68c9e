package be.leermeester.portal.nightly;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Map;

/// What another feature's night job will do, for the page that tells what happens tonight.
public interface NightPreview {

    /// A code with words of its own (`term.night.`, `term.night-meaning.`), `RENEWALS`.
    String code();

    /// How many recognitions it concerns on that day, by partnership code; nothing where the job has nothing to do
    /// then.
    Future<Map<String, Long>> counts(SqlClient client, LocalDate day);
}
