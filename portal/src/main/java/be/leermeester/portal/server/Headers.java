package be.leermeester.portal.server;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/// The headers that every answer carries.
final class Headers {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' %s; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final String contentPolicy;
    private final boolean secure;

    /// @param signInOrigin where a form may lead besides ourselves: the sign-in provider
    Headers(URI publicUrl, String signInOrigin) {
        this.contentPolicy = CONTENT_POLICY.formatted(signInOrigin);
        this.secure = "https".equals(publicUrl.getScheme());
    }

    void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("content-security-policy", contentPolicy)
                .set("x-content-type-options", "nosniff")
                .set("referrer-policy", "same-origin")
                .set("cross-origin-opener-policy", "same-origin")
                .set("permissions-policy", "camera=(), geolocation=(self), microphone=()");
        if (secure) {
            headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }
}
