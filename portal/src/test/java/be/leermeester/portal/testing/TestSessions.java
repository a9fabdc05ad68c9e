package be.leermeester.portal.testing;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

/// Begins sessions as the sign-in would, without a provider.
public final class TestSessions {

    private TestSessions() {}

    /// Answers the cookie's value; the person must exist and hold the role.
    public static String begin(TestDatabase database, String personId, Role role, String scope) {
        String random = (UUID.randomUUID() + "" + UUID.randomUUID()).substring(0, 32);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random.getBytes(StandardCharsets.US_ASCII));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO kernel.session (id_hash, person_id, issuer, subject, name, active_role, active_scope,
                                                    created_at, last_seen_at, expires_at)
                        VALUES (?, ?, 'test', ?, ?, ?, ?, now() - interval '100 years', 'infinity', 'infinity')
                        """)) {
            insert.setBytes(1, Fingerprint.ofSecret(id));
            insert.setString(2, personId);
            insert.setString(3, personId);
            insert.setString(4, personId);
            insert.setString(5, role.name());
            insert.setString(6, scope);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return id;
    }
}
