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
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The limit: Vert.x, one query that joins as the measured page does, one Handlebars page of about the same length.
/// No router, no session, no access, no words from files.
final class BarePage implements AutoCloseable {

    private static final String QUERY = """
            SELECT c.name, e.municipality, p.name AS programme, a.status, a.status_since, a.valid_until
              FROM learning.mentor_application m
              JOIN portal.application a ON a.id = m.application_id
              JOIN portal.establishment e USING (establishment_number)
              JOIN portal.company c USING (enterprise_number)
              JOIN portal.programme p ON p.code = a.programme_code
             WHERE m.person_id = $1
            """;

    record Line(String name, String municipality, String programme, String status, String since, String until) {}

    record Model(List<Line> lines, String filler) {}

    private final Vertx vertx = Vertx.vertx();
    private final Templates templates = new Templates(Messages.load(), Map.of());
    private final SqlClient db;
    private final String personId;
    private final String filler;
    private int port;

    BarePage(TestDatabase database, String personId, int length) {
        this.db = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(4).setShared(true))
                .connectingTo(PgConnectOptions.fromUri(database.uri())
                        .setCachePreparedStatements(true)
                        .setPipeliningLimit(64))
                .using(vertx)
                .build();
        this.personId = personId;
        this.filler = "x".repeat(Math.max(0, length - 1_500));
        DeploymentOptions loops =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        try {
            vertx.deployVerticle(Listening::new, loops).await(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    private void answer(HttpServerRequest request) {
        db.preparedQuery(QUERY).execute(Tuple.of(personId)).onSuccess(rows -> {
            List<Line> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(new Line(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getOffsetDateTime(4) + "",
                        row.getLocalDate(5) + ""));
            }
            request.response()
                    .putHeader("content-type", "text/html; charset=utf-8")
                    .end(templates.render("bare", new Model(lines, filler), Map.of(), Messages.DUTCH));
        });
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
