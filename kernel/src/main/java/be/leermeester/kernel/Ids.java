package be.leermeester.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/// The one maker of ids: version 7 UUIDs, so that rows made together lie together in an index.
public record Ids(Time time, SecureRandom random) {

    public Ids(Time time) {
        this(time, new SecureRandom());
    }

    public UUID next() {
        long millis = time.now().toEpochMilli();
        long high = (millis << 16) | 0x7000L | (random.nextInt(1 << 12));
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// An unguessable word for links and states: 256 bits, URL-safe.
    public String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
