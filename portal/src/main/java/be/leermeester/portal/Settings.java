package be.leermeester.portal;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Everything that can be set, read once from the environment, or from the file that `LEERMEESTER_CONFIG` names where
/// the environment is silent. README lists the keys.
///
/// @param demo true where nothing outside is configured: embedded database, sign-in, mailbox and demo data
/// @param databaseUrl `postgresql://user:password@host:port/database`, null in demo mode
/// @param encryptionKey base64 of 32 bytes, null in demo mode (then a file in the data folder holds one)
public record Settings(
        int httpPort,
        String httpHost,
        Path dataDir,
        URI publicUrl,
        boolean demo,
        @Nullable String databaseUrl,
        @Nullable String oidcIssuer,
        String oidcClientId,
        String oidcClientSecret,
        @Nullable String smtpUrl,
        String files,
        @Nullable String encryptionKey) {

    /// A setting is missing or unreadable; the message is one sentence that says which and how to mend it.
    public static final class Unusable extends RuntimeException {
        public Unusable(String message) {
            super(message, null, false, false);
        }
    }

    private static final List<String> OUTSIDE = List.of("DATABASE_URL", "OIDC_ISSUER", "SMTP_URL");

    /// Throws [Unusable] where the settings do not make a portal.
    public static Settings read(Map<String, String> environment) {
        Source source = new Source(environment);
        boolean outside = OUTSIDE.stream().anyMatch(key -> source.find(key) != null);
        boolean demo = source.flag("DEMO", !outside);
        int port = source.number("HTTP_PORT", 8080, 0, 65_535);
        Path dataDir =
                Path.of(source.get("DATA_DIR", "./data")).toAbsolutePath().normalize();
        if (!demo) {
            source.require("DATABASE_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "SMTP_URL", "FILES", "PUBLIC_URL");
            source.require("ENCRYPTION_KEY");
        }
        return new Settings(
                port,
                source.get("HTTP_HOST", demo ? "127.0.0.1" : "0.0.0.0"),
                dataDir,
                source.address("PUBLIC_URL", "http://localhost:" + port),
                demo,
                source.database("DATABASE_URL"),
                source.find("OIDC_ISSUER"),
                source.get("OIDC_CLIENT_ID", "leermeester"),
                source.get("OIDC_CLIENT_SECRET", demo ? "demo" : ""),
                source.mail("SMTP_URL"),
                source.get("FILES", dataDir.resolve("files").toString()),
                source.key("ENCRYPTION_KEY"));
    }

    /// The effective settings, secrets replaced by dots.
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("HTTP_PORT", String.valueOf(httpPort));
        shown.put("HTTP_HOST", httpHost);
        shown.put("DATA_DIR", dataDir.toString());
        shown.put("PUBLIC_URL", publicUrl.toString());
        shown.put("DEMO", String.valueOf(demo));
        shown.put("DATABASE_URL", withoutPassword(databaseUrl));
        shown.put("OIDC_ISSUER", oidcIssuer == null ? "(embedded)" : oidcIssuer);
        shown.put("OIDC_CLIENT_ID", oidcClientId);
        shown.put("OIDC_CLIENT_SECRET", oidcClientSecret.isEmpty() ? "" : "•••");
        shown.put("SMTP_URL", withoutPassword(smtpUrl));
        shown.put("FILES", files);
        shown.put("ENCRYPTION_KEY", encryptionKey == null ? "(in the data folder)" : "•••");
        return shown;
    }

    private static String withoutPassword(@Nullable String address) {
        return address == null ? "(embedded)" : address.replaceFirst("://([^:@/]*):[^@/]*@", "://$1:•••@");
    }

    private record Source(Map<String, String> environment, Properties file) {

        Source(Map<String, String> environment) {
            this(environment, fileOf(environment.get("LEERMEESTER_CONFIG")));
        }

        @Nullable
        String find(String key) {
            String value = environment.getOrDefault(key, file.getProperty(key, ""));
            return value.isBlank() ? null : value.strip();
        }

        String get(String key, String otherwise) {
            String value = find(key);
            return value == null ? otherwise : value;
        }

        void require(String... keys) {
            for (String key : keys) {
                if (find(key) == null) {
                    throw new Unusable(key + " is not set; outside demo mode the portal needs it (README, Settings).");
                }
            }
        }

        boolean flag(String key, boolean otherwise) {
            return switch (get(key, String.valueOf(otherwise))) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new Unusable(key + " is neither true nor false.");
            };
        }

        int number(String key, int otherwise, int min, int max) {
            try {
                int number = Integer.parseInt(get(key, String.valueOf(otherwise)));
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new Unusable(key + " is not a number from " + min + " to " + max + ".");
            }
            throw new Unusable(key + " is not a number from " + min + " to " + max + ".");
        }

        URI address(String key, String otherwise) {
            String value = get(key, otherwise).replaceFirst("/+$", "");
            if (!value.matches("https?://[^/\\s]+")) {
                throw new Unusable(key + " is not an address like https://leermeester.example (no path): " + value);
            }
            return URI.create(value);
        }

        @Nullable
        String database(String key) {
            String value = find(key);
            if (value != null && !value.matches("postgres(ql)?://[^\\s/]+/[^\\s/]+")) {
                throw new Unusable(key + " is not an address like postgresql://user:password@host:5432/database.");
            }
            return value;
        }

        @Nullable
        String mail(String key) {
            String value = find(key);
            if (value != null
                    && !value.matches(
                            "smtps?://[^\\s/?]+/?(\\?((starttls=(required|optional|disabled)|from=[^\\s&]+)&?)+)?")) {
                throw new Unusable(key + " is not an address like smtp://user:password@host:587?starttls=required"
                        + " (starttls: required, optional or disabled).");
            }
            return value;
        }

        @Nullable
        String key(String key) {
            String value = find(key);
            try {
                if (value == null || Base64.getDecoder().decode(value).length == 32) {
                    return value;
                }
            } catch (IllegalArgumentException notBase64) {
                throw new Unusable(key + " is not base64 of 32 bytes; make one with: openssl rand -base64 32");
            }
            throw new Unusable(key + " is not base64 of 32 bytes; make one with: openssl rand -base64 32");
        }

        private static Properties fileOf(@Nullable String path) {
            Properties properties = new Properties();
            if (path != null) {
                try (Reader reader = Files.newBufferedReader(Path.of(path))) {
                    properties.load(reader);
                } catch (IOException unreadable) {
                    throw new Unusable("LEERMEESTER_CONFIG names a file that cannot be read: " + path);
                }
            }
            return properties;
        }
    }
}
