package be.leermeester.portal.oidc.demo;

import be.leermeester.portal.oidc.Pkce;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Authorisation codes: good once, and for 60 seconds.
final class Codes {

    /// What a code stands for.
    record Grant(
            DemoPerson person,
            String redirectUri,
            String scope,
            @Nullable String nonce,
            String codeChallenge) {}

    private record Issued(Grant grant, Instant expiresAt) {}

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final ConcurrentMap<String, Issued> open = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Codes(InstantSource clock) {
        this.clock = clock;
    }

    String issue(Grant grant) {
        Instant now = clock.instant();
        open.values().removeIf(issued -> !now.isBefore(issued.expiresAt()));
        String code = Pkce.secret();
        open.put(code, new Issued(grant, now.plus(LIFE)));
        return code;
    }

    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(issued -> clock.instant().isBefore(issued.expiresAt()))
                .map(Issued::grant);
    }
}
