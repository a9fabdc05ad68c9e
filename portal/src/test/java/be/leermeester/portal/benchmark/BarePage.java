package be.leermeester.portal.benchmark;

import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Templates;
import be.leermeester.portal.testing.TestDatabase;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// A limit: a Vert.x handler with one query and one Handlebars page, over as many event loops and database connections
/// as the portal has. No router, session, access, frame, security headers, languages, dates in words or live updates:
/// its words and its head and foot stand in one template without partials. [#mentor] and [#company] bring back the
/// facts
/// of the measured page in one query ([BareFacts]) and write about as many bytes, rows and values; [#trivial] is the
/// smallest page that still reads something.
///
/// It renders with the portal's own [Templates], because that is quicker than Handlebars.java as it comes (escaping,
/// look-up): what makes our rendering quicker makes the limit quicker too.
final class BarePage implements AutoCloseable {

    private static final String TRIVIAL = """
            SELECT c.name, e.municipality, p.name AS programme, a.status, a.status_since, a.valid_until
              FROM learning.mentor_application m
              JOIN portal.application a ON a.id = m.application_id
              JOIN portal.establishment e USING (establishment_number)
              JOIN portal.company c USING (enterprise_number)
              JOIN portal.programme p ON p.code = a.programme_code
             WHERE m.person_id = $1
            """;

    private static final Templates TEMPLATES = new Templates(Messages.load(), Map.of());

    private final Vertx vertx = Vertx.vertx();
    private final String sql;
    private final Tuple values;
    private final Function<RowSet<Row>, Map<String, Object>> model;
    private final String template;
    private final SqlClient db;
    private int port;

    private BarePage(
            TestDatabase database,
            String template,
            String sql,
            Tuple values,
            Function<RowSet<Row>, Map<String, Object>> model) {
        this.sql = sql;
        this.values = values;
        this.model = model;
        this.template = template;
        this.db = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(4).setShared(true))
                .connectingTo(PgConnectOptions.fromUri(database.uri())
                        .setCachePreparedStatements(true)
                        .setPreparedStatementCacheSqlLimit(Integer.MAX_VALUE)
                        .setPipeliningLimit(64))
                .using(vertx)
                .build();
        DeploymentOptions loops =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        try {
            vertx.deployVerticle(Listening::new, loops).await(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    /// The facts of `/mentor`.
    static BarePage mentor(TestDatabase database, String personId, LocalDate today) {
        return new BarePage(database, "bare-mentor", BareFacts.MENTOR, Tuple.of(personId, today), BarePage::facts);
    }

    /// The facts of `/company`.
    static BarePage company(TestDatabase database, String enterprise, LocalDate today) {
        return new BarePage(database, "bare-company", BareFacts.COMPANY, Tuple.of(enterprise, today), BarePage::facts);
    }

    /// Two rows in a table, filled up with one long text to the length of a page.
    static BarePage trivial(TestDatabase database, String personId, int length) {
        String filler = "x".repeat(Math.max(0, length - 1_500));
        return new BarePage(
                database,
                "bare-trivial",
                TRIVIAL,
                Tuple.of(personId),
                rows -> Map.of("lines", lines(rows), "filler", filler));
    }

    String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    private static Map<String, Object> facts(RowSet<Row> rows) {
        return rows.iterator().next().getJsonObject(0).getMap();
    }

    private static List<Map<String, Object>> lines(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> Map.<String, Object>of(
                        "name", row.getString(0),
                        "municipality", row.getString(1),
                        "programme", row.getString(2),
                        "status", row.getString(3),
                        "since", row.getOffsetDateTime(4),
                        "until", row.getValue(5) == null ? "" : row.getLocalDate(5)))
                .toList();
    }

    private void answer(HttpServerRequest request) {
        db.preparedQuery(sql)
                .execute(values)
                .map(this::page)
                .onComplete(
                        html -> request.response()
                                .putHeader("content-type", "text/html; charset=utf-8")
                                .end(html),
                        failure -> request.response().setStatusCode(500).end(failure.toString()));
    }

    private String page(RowSet<Row> rows) {
        return TEMPLATES.render(template, model.apply(rows), Map.of(), Messages.DUTCH);
    }

    @Override
    public void close() {
        vertx.close();
    }

    private final class Listening extends VerticleBase {
        @Override
        public Future<?> start() {
            // A negative port: one free port, shared by all loops.
            return vertx.createHttpServer()
                    .requestHandler(BarePage.this::answer)
                    .listen(-1, "127.0.0.1")
                    .onSuccess(server -> port = server.actualPort());
        }
    }
}
