package be.leermeester.portal.oidc.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/// The addresses to which a browser may be sent, compared character by character. One registered on loopback without a
/// port is good on every port, as RFC 8252 7.3 has it: a portal on a free port knows its port too late to register.
record RedirectAddresses(List<String> registered) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    RedirectAddresses {
        registered = List.copyOf(registered);
    }

    boolean allow(String address) {
        return registered.contains(address) || registered.contains(withoutLoopbackPort(address));
    }

    /// The scheme, host and port of an allowed address, as a content security policy names them.
    static String origin(String allowed) {
        URI uri = URI.create(allowed);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String withoutLoopbackPort(String address) {
        try {
            URI uri = new URI(address);
            boolean loopback = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
            String authority = uri.getHost() + ":" + uri.getPort();
            return loopback && authority.equals(uri.getRawAuthority())
                    ? address.replaceFirst(":" + uri.getPort(), "")
                    : address;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
