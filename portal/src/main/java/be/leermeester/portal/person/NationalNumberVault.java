package be.leermeester.portal.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals national numbers (AES-256-GCM) and makes the hash by which they are found again (HMAC-SHA-256), each with a
/// key of its own that is derived from the one in the settings. Safe for use by several threads.
public final class NationalNumberVault {

    /// Bytes of the key in the settings.
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey sealing;
    private final SecretKey lookUp;
    private final SecureRandom random = new SecureRandom();

    // Making one of these costs more than using it; an import uses it tens of thousands of times.
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(NationalNumberVault::cipher);
    private final ThreadLocal<Mac> macs;

    /// @param key the secret of [#KEY_BYTES] bytes
    public NationalNumberVault(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The encryption key has " + key.length + " bytes instead of " + KEY_BYTES);
        }
        SecretKey secret = new SecretKeySpec(key, "HmacSHA256");
        this.sealing = new SecretKeySpec(derived(secret, "leermeester seal"), "AES");
        this.lookUp = new SecretKeySpec(derived(secret, "leermeester look-up"), "HmacSHA256");
        this.macs = ThreadLocal.withInitial(() -> mac(lookUp));
    }

    /// @param key the secret in base64, as in the setting `ENCRYPTION_KEY`
    public static NationalNumberVault of(String key) {
        try {
            return new NationalNumberVault(Base64.getDecoder().decode(key.strip()));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "ENCRYPTION_KEY must be " + KEY_BYTES + " bytes in base64, as `openssl rand -base64 32` makes them",
                    unreadable);
        }
    }

    /// Another result each time.
    public byte[] seal(NationalNumber number) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot seal a national number", failure);
        }
    }

    /// Throws [IllegalStateException] where it was sealed with another key or is damaged.
    public NationalNumber open(byte[] sealed) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            byte[] digits = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new NationalNumber(new String(digits, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalStateException("Cannot open a national number: is ENCRYPTION_KEY the right one?", failure);
        }
    }

    /// The same for the same number, under the same key.
    public byte[] hash(NationalNumber number) {
        return macs.get().doFinal(number.digits().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] derived(SecretKey secret, String purpose) {
        return mac(secret).doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
