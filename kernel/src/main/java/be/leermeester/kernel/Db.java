package be.leermeester.kernel;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Function;

/// The database as features see it: reads on a pipelined client, writes inside a transaction.
public final class Db {

    private final SqlClient reads;
    private final Pool pool;

    /// @param reads pipelines many queries over few connections
    /// @param pool lends whole connections for transactions
    public Db(SqlClient reads, Pool pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /// For single queries outside a transaction.
    public SqlClient reads() {
        return reads;
    }

    /// On an event loop: commits when the future succeeds, rolls back when it fails.
    public <T> Future<T> inTransaction(Function<SqlConnection, Future<T>> work) {
        return pool.getConnection()
                .compose(connection -> connection
                        .begin()
                        .compose(transaction -> work.apply(connection)
                                .compose(
                                        result -> transaction.commit().map(_ -> result),
                                        failure -> transaction.rollback().transform(_ -> Future.failedFuture(failure))))
                        .eventually(connection::close));
    }

    /// On a virtual thread: `work` is told in straight lines with `await()`; a throw rolls back.
    public <T> T transact(Function<SqlConnection, T> work) {
        SqlConnection connection = pool.getConnection().await();
        try {
            Transaction transaction = connection.begin().await();
            T result;
            try {
                result = work.apply(connection);
            } catch (Throwable failure) {
                transaction.rollback().otherwiseEmpty().await();
                throw failure;
            }
            transaction.commit().await();
            return result;
        } finally {
            connection.close().otherwiseEmpty().await();
        }
    }
}
