package be.leermeester.portal.mandate;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.portal.rows.Held;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may act for a company today. Asked again at each act, so that a mandate that the company revokes is over at
/// once (R8).
public final class Mandates {

    private Mandates() {}

    /// The quality in which somebody acts for a company at all, whatever the mandate is limited to; fails with
    /// [Problem.Forbidden] where it is none.
    public static Future<Applicant> applicant(
            SqlClient client, Identity identity, String enterpriseNumber, LocalDate today) {
        return applicant(client, identity, enterpriseNumber, null, today);
    }

    /// The quality in which somebody does this for the company. Fails with [Problem.Forbidden] where the mandate ended,
    /// with the day and whom to ask; where it does not reach this errand; and where there never was one.
    public static Future<Applicant> applicant(SqlClient client, Identity identity, Errand errand, LocalDate today) {
        return applicant(client, identity, errand.enterpriseNumber(), errand, today);
    }

    private static Future<Applicant> applicant(
            SqlClient client, Identity identity, String enterprise, @Nullable Errand errand, LocalDate today) {
        if (identity.has(Role.COMPANY, enterprise)) {
            return Future.succeededFuture(new Applicant(enterprise, Applicant.COMPANY, null));
        }
        Held held = new Held(identity.scopes(Role.SCHOOL), identity.scopes(Role.HANDLER), today);
        return MandateQueries.held(client, enterprise, held, errand)
                .compose(found -> found != null
                        ? Future.succeededFuture(found)
                        : MandateQueries.latest(client, enterprise, held).compose(Mandates::refused));
    }

    private static Future<Applicant> refused(@Nullable Mandate latest) {
        return Future.failedFuture(latest == null ? new Problem.Forbidden(Set.of(Role.COMPANY)) : over(latest));
    }

    private static Problem.Forbidden over(Mandate mandate) {
        String company = mandate.company().name();
        return switch (mandate.standing()) {
            case REVOKED -> new Problem.Forbidden("mandate.problem.revoked", company, said(mandate.revokedOn()));
            case ENDED -> new Problem.Forbidden("mandate.problem.ended", company, said(mandate.endsOn()));
            case COMING -> new Problem.Forbidden("mandate.problem.coming", company, mandate.startsOn());
            case HOLDS -> new Problem.Forbidden("mandate.problem.limited", company);
        };
    }

    private static Object said(@Nullable LocalDate day) {
        return day == null ? "" : day;
    }
}
