package be.leermeester.portal.oidc;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a verified token says of a person. `issuer` and `subject` together identify the account for ever; everything
/// else may be absent or change. Access tokens usually carry no more than those two.
///
/// @param nationalNumber as the provider writes it, with or without punctuation; sensitive: never log it
/// @param locale a BCP 47 tag such as `nl` or `nl-BE`
public record Claims(
        String issuer,
        String subject,
        @Nullable String nationalNumber,
        @Nullable String name,
        @Nullable String email,
        @Nullable String locale) {

    static Claims of(JsonObject token, String nationalNumberClaim) {
        String issuer = text(token, "iss");
        String subject = text(token, "sub");
        if (issuer == null || subject == null) {
            throw new SignInRefused("the token names no issuer or no subject");
        }
        return new Claims(
                issuer,
                subject,
                text(token, nationalNumberClaim),
                text(token, "name"),
                text(token, "email"),
                text(token, "locale"));
    }

    private static @Nullable String text(JsonObject token, String claim) {
        return token.getValue(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    /// Leaves the national number out: records end up in logs.
    @Override
    public String toString() {
        return "Claims[" + issuer + " " + subject + "]";
    }
}
