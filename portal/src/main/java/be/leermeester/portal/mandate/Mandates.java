package be.leermeester.portal.mandate;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Set;

/// Who may act for a company today. Asked again at each act, so that a mandate that the company revokes is over at
/// once (R8).
public final class Mandates {

    private Mandates() {}

    /// The quality in which somebody acts for a company; fails with [Problem.Forbidden] where it is none.
    public static Future<Applicant> applicant(
            SqlClient client, Identity identity, String enterpriseNumber, LocalDate today) {
        if (identity.has(Role.COMPANY, enterpriseNumber)) {
            return Future.succeededFuture(new Applicant(enterpriseNumber, Applicant.COMPANY, null));
        }
        return MandateQueries.held(
                        client, enterpriseNumber, identity.scopes(Role.SCHOOL), identity.scopes(Role.HANDLER), today)
                .map(held -> {
                    if (held == null) {
                        throw new Problem.Forbidden(Set.of(Role.COMPANY));
                    }
                    return held;
                });
    }
}
