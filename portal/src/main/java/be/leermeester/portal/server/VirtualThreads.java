package be.leermeester.portal.server;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Where stories run: code in straight lines, with `Future.await()`, on virtual threads. A context runs one task until
/// it awaits, so several of them stand beside each other for work that computes.
public final class VirtualThreads {

    private final List<Context> contexts = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private VirtualThreads() {}

    /// @param width how many tasks may compute at the same time
    public static Future<VirtualThreads> start(Vertx vertx, int width) {
        VirtualThreads threads = new VirtualThreads();
        DeploymentOptions options = new DeploymentOptions()
                .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(width);
        return vertx.deployVerticle(() -> threads.new Host(), options).map(_ -> threads);
    }

    /// Runs the story and answers on the caller's own context; a throw fails the future.
    public <T> Future<T> run(Callable<T> story) {
        Context context = contexts.get(Math.floorMod(next.getAndIncrement(), contexts.size()));
        io.vertx.core.Promise<T> promise = io.vertx.core.Promise.promise();
        context.runOnContext(_ -> {
            try {
                promise.complete(story.call());
            } catch (Throwable failure) {
                promise.fail(failure);
            }
        });
        return promise.future();
    }

    private final class Host extends VerticleBase {
        @Override
        public Future<?> start() {
            contexts.add(context);
            return Future.succeededFuture();
        }
    }
}
