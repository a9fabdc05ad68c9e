package be.leermeester.portal.admin;

import be.leermeester.kernel.Grant;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/// Roles given and taken.
final class RoleQueries {

    private RoleQueries() {}

    /// Whether what a role would be limited to exists.
    static Future<Boolean> scopeExists(SqlClient db, Grant grant) {
        String table = switch (grant.role()) {
            case COMPANY -> "portal.company WHERE enterprise_number = $1";
            case SCHOOL, TEACHER -> "portal.training_provider WHERE code = $1";
            case HANDLER, ADVISOR, TRAINER, MONITOR -> "portal.partnership WHERE code = $1";
            case ADMIN, MENTOR -> "kernel.person WHERE $1 = ''";
        };
        return db.preparedQuery("SELECT EXISTS (SELECT FROM " + table + ")")
                .execute(Tuple.of(grant.scope()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /// False where the person held it already.
    static Future<Boolean> grant(SqlConnection connection, String personId, Grant grant) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.person_role (person_id, role, scope) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(personId, grant.role().name(), grant.scope()))
                .map(rows -> rows.rowCount() == 1);
    }

    /// False where the person did not hold it.
    static Future<Boolean> revoke(SqlConnection connection, String personId, Grant grant) {
        return connection
                .preparedQuery("DELETE FROM kernel.person_role WHERE person_id = $1 AND role = $2 AND scope = $3")
                .execute(Tuple.of(personId, grant.role().name(), grant.scope()))
                .map(rows -> rows.rowCount() == 1);
    }

    /// Locks the administrators, so that two of them cannot revoke each other at the same time; answers how many.
    static Future<Integer> lockAdministrators(SqlConnection connection) {
        return connection
                .query("SELECT person_id FROM kernel.person_role WHERE role = 'ADMIN' FOR UPDATE")
                .execute()
                .map(rows -> rows.size());
    }
}
