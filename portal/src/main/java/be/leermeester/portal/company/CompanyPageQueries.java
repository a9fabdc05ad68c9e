package be.leermeester.portal.company;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The page of one company.
final class CompanyPageQueries {

    private CompanyPageQueries() {}

    record Head(
            String number,
            String name,
            String jointCommittee,
            @Nullable Integer employees,
            @Nullable LocalDate ceasedOn) {

        public String written() {
            return Written.enterprise(number);
        }
    }

    /// The company; null where there is none or where nothing of it may be seen: no dossier, no contact, no mandate,
    /// not
    /// the own.
    static Future<@Nullable Head> head(SqlClient client, String enterprise, Scope scope, LocalDate today) {
        Where where = new Where();
        Where dossiers = where.branch();
        scope.dossiers(dossiers, today);
        Where contacts = where.branch();
        scope.contacts(contacts);
        Where companies = where.branch();
        scope.companies(companies, today);
        String sql = """
                SELECT c.enterprise_number, c.name, c.joint_committee, c.employees, c.ceased_on
                FROM portal.company c
                WHERE c.enterprise_number = %1$s AND (
                  %2$s
                  OR EXISTS (SELECT FROM portal.establishment es JOIN portal.application a USING (establishment_number)
                             WHERE es.enterprise_number = c.enterprise_number AND %3$s)
                  OR EXISTS (SELECT FROM portal.contact k WHERE k.enterprise_number = c.enterprise_number AND %4$s))
                """.formatted(where.bind(enterprise), companies.sql(), dossiers.sql(), contacts.sql());
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            Row row = rows.size() == 0 ? null : rows.iterator().next();
            return row == null
                    ? null
                    : new Head(
                            row.getString("enterprise_number"),
                            row.getString("name"),
                            row.getString("joint_committee"),
                            row.getInteger("employees"),
                            row.getLocalDate("ceased_on"));
        });
    }

    /// @param recognised how many recognitions hold here, of those that may be seen
    record Establishment(
            String number,
            String name,
            String address,
            String postalCode,
            String municipality,
            @Nullable LocalDate ceasedOn,
            long recognised,
            long dossiers) {

        public String written() {
            return Written.establishment(number);
        }
    }

    static Future<List<Establishment>> establishments(
            SqlClient client, String enterprise, Scope scope, LocalDate today) {
        Where where = new Where();
        scope.dossiers(where, today);
        String sql = """
                SELECT es.*, coalesce(nullif(es.name, ''), '') AS own_name,
                       concat_ws(' ', nullif(es.street, ''), nullif(es.house_number, '')) AS address,
                       n.recognised, n.dossiers
                FROM portal.establishment es
                CROSS JOIN LATERAL (
                  SELECT count(*) FILTER (WHERE a.status = 'APPROVED') AS recognised, count(*) AS dossiers
                  FROM portal.application a
                  WHERE a.establishment_number = es.establishment_number AND %s) n
                WHERE es.enterprise_number = %s
                ORDER BY es.ceased_on NULLS FIRST, n.dossiers DESC, es.establishment_number LIMIT 200
                """.formatted(where.sql(), where.bind(enterprise));
        return list(
                client,
                where,
                sql,
                row -> new Establishment(
                        row.getString("establishment_number"),
                        row.getString("own_name"),
                        row.getString("address"),
                        row.getString("postal_code"),
                        row.getString("municipality"),
                        row.getLocalDate("ceased_on"),
                        row.getLong("recognised"),
                        row.getLong("dossiers")));
    }

    record Contact(
            String kind,
            LocalDate on,
            String by,
            String remark,
            String partnership,
            @Nullable String dossier) {}

    static Future<List<Contact>> contacts(SqlClient client, String enterprise, Scope scope) {
        Where where = new Where().and("k.enterprise_number = ?", enterprise);
        scope.contacts(where);
        String sql = """
                SELECT k.kind, k.happened_on, k.by_whom, k.remark, ps.name AS partnership, k.application_id
                FROM portal.contact k JOIN portal.partnership ps ON ps.code = k.partnership_code
                WHERE %s ORDER BY k.happened_on DESC, k.id LIMIT 100
                """.formatted(where.sql());
        return list(
                client,
                where,
                sql,
                row -> new Contact(
                        row.getString("kind"),
                        row.getLocalDate("happened_on"),
                        row.getString("by_whom"),
                        row.getString("remark"),
                        row.getString("partnership"),
                        row.getString("application_id")));
    }

    private static <T> Future<List<T>> list(SqlClient client, Where where, String sql, Function<Row, T> map) {
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<T> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(map.apply(row)));
            return found;
        });
    }
}
