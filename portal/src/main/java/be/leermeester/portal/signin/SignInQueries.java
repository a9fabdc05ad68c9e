package be.leermeester.portal.signin;

import be.leermeester.portal.oidc.Claims;
import be.leermeester.portal.oidc.SignInAttempt;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sign-ins under way, and which person an account at the provider belongs to.
final class SignInQueries {

    record Attempt(SignInAttempt attempt, String returnTo) {}

    record Link(Accounts.Account account, String personId) {}

    private SignInQueries() {}

    static Future<RowSet<Row>> remember(
            SqlConnection connection, SignInAttempt attempt, String returnTo, Instant expires) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.sign_in_attempt (state, nonce, verifier, redirect_uri, return_to, expires_at)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(
                        attempt.state(),
                        attempt.nonce(),
                        attempt.codeVerifier(),
                        attempt.redirectUri(),
                        returnTo,
                        expires.atOffset(ZoneOffset.UTC)));
    }

    /// Takes the attempt out, so that it serves once; clears away the expired ones. Null where there is none.
    static Future<@Nullable Attempt> take(SqlConnection connection, String state, Instant now) {
        return connection
                .preparedQuery("""
                        DELETE FROM kernel.sign_in_attempt WHERE state = $1 OR expires_at < $2
                        RETURNING state, nonce, verifier, redirect_uri, return_to, expires_at >= $2 AS good
                        """)
                .execute(Tuple.of(state, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Attempt found = null;
                    for (Row row : rows) {
                        if (row.getString("state").equals(state) && row.getBoolean("good")) {
                            found = new Attempt(
                                    new SignInAttempt(
                                            state,
                                            row.getString("nonce"),
                                            row.getString("verifier"),
                                            row.getString("redirect_uri")),
                                    row.getString("return_to"));
                        }
                    }
                    return found;
                });
    }

    /// The person of an account: linked before, or the one with the national number that the provider vouches for
    /// (domain.md 9.20), which links them. Null where it is nobody we know.
    static Future<@Nullable String> personOf(
            SqlConnection connection, Claims claims, byte @Nullable [] nationalNumberHash, Instant now) {
        return connection
                .preparedQuery("SELECT person_id FROM kernel.sign_in_identity WHERE issuer = $1 AND subject = $2")
                .execute(Tuple.of(claims.issuer(), claims.subject()))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(rows.iterator().next().getString("person_id"))
                        : personByNumber(connection, claims, nationalNumberHash, now));
    }

    private static Future<@Nullable String> personByNumber(
            SqlConnection connection, Claims claims, byte @Nullable [] nationalNumberHash, Instant now) {
        if (nationalNumberHash == null) {
            return Future.succeededFuture(null);
        }
        return connection
                .preparedQuery("SELECT id FROM kernel.person WHERE national_number_hash = $1")
                .execute(Tuple.of(Buffer.buffer(nationalNumberHash)))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(null);
                    }
                    String personId = rows.iterator().next().getString("id");
                    return link(connection, claims.issuer(), claims.subject(), personId, now)
                            .map(personId);
                });
    }

    /// Ties an account to a person; an account tied already stays as it is.
    static Future<RowSet<Row>> link(
            SqlConnection connection, String issuer, String subject, String personId, Instant now) {
        return connection.preparedQuery("""
                        INSERT INTO kernel.sign_in_identity (issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (issuer, subject) DO NOTHING
                        """).execute(Tuple.of(issuer, subject, personId, now.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> unlink(SqlConnection connection, Accounts.Account account, String personId) {
        return connection
                .preparedQuery(
                        "DELETE FROM kernel.sign_in_identity WHERE issuer = $1 AND subject = $2 AND person_id = $3")
                .execute(Tuple.of(account.issuer(), account.subject(), personId));
    }

    /// So that two accounts do not become one person at the same time.
    static Future<RowSet<Row>> lockPerson(SqlConnection connection, String personId) {
        return connection
                .preparedQuery("SELECT id FROM kernel.person WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(personId));
    }

    /// Whose the account is, and which accounts the person has.
    static Future<List<Link>> linksTouching(SqlConnection connection, Accounts.Account account, String personId) {
        return connection
                .preparedQuery("""
                        SELECT issuer, subject, person_id FROM kernel.sign_in_identity
                         WHERE (issuer = $1 AND subject = $2) OR person_id = $3
                        """)
                .execute(Tuple.of(account.issuer(), account.subject(), personId))
                .map(rows -> {
                    List<Link> links = new ArrayList<>();
                    for (Row row : rows) {
                        links.add(new Link(
                                new Accounts.Account(row.getString("issuer"), row.getString("subject")),
                                row.getString("person_id")));
                    }
                    return links;
                });
    }
}
