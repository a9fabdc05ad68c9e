package be.leermeester.portal.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 in the shapes that the server needs.
public final class Fingerprint {

    private Fingerprint() {}

    /// Twelve hex digits: the version of an asset, the tag of an answer.
    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256(content), 0, 6);
    }

    /// What is stored of a secret that only its holder keeps (session id, invitation code).
    public static byte[] ofSecret(String secret) {
        return sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    /// The word that a form carries to prove that it came from our page: known only to whoever holds the session.
    static String csrf(String sessionId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ofSecret("csrf:" + sessionId));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
