package be.leermeester.portal.mandate;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class MandateQueries {

    private MandateQueries() {}

    /// The mandate that a school or partnership holds from a company on a day; null where there is none.
    static Future<@Nullable Applicant> held(
            SqlClient client, String enterprise, List<String> providers, List<String> partnerships, LocalDate today) {
        return client.preparedQuery("""
                        SELECT kind, holder FROM portal.mandate
                        WHERE enterprise_number = $1 AND revoked_at IS NULL
                          AND starts_on <= $4 AND (ends_on IS NULL OR ends_on >= $4)
                          AND ((kind = 'TRAINING_PROVIDER' AND holder = ANY ($2))
                               OR (kind <> 'TRAINING_PROVIDER' AND holder = ANY ($3)))
                        ORDER BY starts_on DESC LIMIT 1
                        """)
                .execute(Tuple.of(enterprise)
                        .addArrayOfString(providers.toArray(String[]::new))
                        .addArrayOfString(partnerships.toArray(String[]::new))
                        .addLocalDate(today))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Applicant(enterprise, row.getString("kind"), row.getString("holder"));
                    }
                    return null;
                });
    }
}
