package be.leermeester.portal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The database's address in the two notations that our libraries take.
///
/// @param uri `postgresql://user:password@host:port/database`
public record DatabaseAddress(String uri) {

    /// `jdbc:postgresql://host:port/database?user=…&password=…`
    public String jdbc() {
        URI address = URI.create(uri);
        String[] who = address.getRawUserInfo() == null
                ? new String[0]
                : address.getRawUserInfo().split(":", 2);
        int port = address.getPort() < 0 ? 5432 : address.getPort();
        String separator = "?";
        StringBuilder jdbc =
                new StringBuilder("jdbc:postgresql://" + address.getHost() + ":" + port + address.getPath());
        if (address.getRawQuery() != null) {
            jdbc.append('?').append(address.getRawQuery());
            separator = "&";
        }
        if (who.length > 0) {
            jdbc.append(separator).append("user=").append(reencoded(who[0]));
        }
        if (who.length > 1) {
            jdbc.append("&password=").append(reencoded(who[1]));
        }
        return jdbc.toString();
    }

    private static String reencoded(String part) {
        return URLEncoder.encode(
                URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /// Leaves the password out: records end up in logs.
    @Override
    public String toString() {
        return uri.replaceFirst("://([^:@/]*):[^@/]*@", "://$1:•••@");
    }
}
