package be.leermeester.portal.followup;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/// The follow-up list as the rest of the portal sees it.
public final class FollowUps {

    private FollowUps() {}

    public static List<Feature> features(Db db, Outbox outbox, Time time) {
        return List.of(new FollowUpPages(db, time), new FollowUpItemPages(db, outbox));
    }

    /// How many rows the list of this filter holds for a handler or administrator.
    public static Future<Long> count(SqlClient client, FollowUpFilter filter, Identity identity, LocalDate today) {
        return FollowUpQueries.count(client, filter, desk(identity, today));
    }

    static Desk desk(Identity identity, LocalDate today) {
        return new Desk(identity.personId(), Scope.of(identity, EnumSet.of(Role.HANDLER, Role.ADMIN)), today);
    }

    /// Who looks, at what, on which day.
    record Desk(String personId, Scope scope, LocalDate today) {}
}
