package be.leermeester.portal.signin;

import be.leermeester.kernel.Identity;
import java.time.Instant;

/// Somebody's stay in the portal, from signing in to signing out; kept in PostgreSQL, so any server can serve it.
public record Session(Identity identity, String issuer, String subject, Instant lastSeen) {}
