package be.leermeester.portal.mail;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where mail leaves: `smtp://user:password@host:port?starttls=required&from=noreply@example.be`, or `smtps://…`
/// where the connection is encrypted from its first byte.
///
/// @param from who the mails come from
record SmtpAddress(MailConfig config, String from) {

    private static final int TIMEOUT_SECONDS = 30;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Throws [IllegalArgumentException] with one sentence where the address says something unknown.
    ///
    /// @param portalHost named as ours to the mail server, and in the sender's address where the address gives none
    static SmtpAddress of(String url, String portalHost) {
        URI address = URI.create(url);
        boolean encrypted = "smtps".equals(address.getScheme());
        String[] login = address.getRawUserInfo() == null
                ? new String[0]
                : address.getRawUserInfo().split(":", 2);
        Map<String, String> options = options(address.getRawQuery());
        MailConfig config = new MailConfig(address.getHost())
                .setSsl(encrypted)
                .setPort(address.getPort() > 0 ? address.getPort() : standardPort(encrypted, login.length > 0))
                .setOwnHostname(portalHost)
                .setMaxPoolSize(SendMail.WIDTH)
                .setConnectTimeout(TIMEOUT_SECONDS * 1000)
                .setIdleTimeout(TIMEOUT_SECONDS)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setStarttls(
                        startTls(options.get("starttls"), login.length > 0 && !LOOPBACK.contains(address.getHost())))
                .setLogin(login.length > 0 ? LoginOption.REQUIRED : LoginOption.DISABLED);
        if (encrypted) {
            config.setStarttls(StartTLSOptions.DISABLED);
        }
        if (login.length > 0) {
            config.setUsername(decoded(login[0])).setPassword(login.length > 1 ? decoded(login[1]) : "");
        }
        return new SmtpAddress(config, options.getOrDefault("from", "noreply@" + portalHost));
    }

    private static int standardPort(boolean encrypted, boolean login) {
        if (encrypted) {
            return 465;
        }
        return login ? 587 : 25;
    }

    /// A password never goes over a network in the clear unless somebody asked for that.
    private static StartTLSOptions startTls(@Nullable String asked, boolean secret) {
        return switch (asked) {
            case null -> secret ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL;
            case "required" -> StartTLSOptions.REQUIRED;
            case "optional" -> StartTLSOptions.OPTIONAL;
            case "disabled" -> StartTLSOptions.DISABLED;
            default ->
                throw new IllegalArgumentException(
                        "SMTP_URL: starttls is not required, optional or disabled: " + asked);
        };
    }

    private static Map<String, String> options(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair.length > 1 ? decoded(pair[1]) : "", (first, _) -> first));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
