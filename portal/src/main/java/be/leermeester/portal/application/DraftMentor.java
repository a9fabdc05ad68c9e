package be.leermeester.portal.application;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A mentor whom a draft names.
///
/// @param key tells the mentors of one draft apart
/// @param personId a colleague whom the portal knows; null for somebody new
/// @param sealed the national number, sealed by the vault, in base64; null where the person's own one is known
/// @param mask what of the number may be shown
/// @param practice whole years of practice in the trade
/// @param proof whether prior training is to be proved, which lowers the age and waives the practice
/// @param extractOn the date of the criminal-record extract; null where there is none
record DraftMentor(
        String key,
        @Nullable String personId,
        String firstName,
        String lastName,
        @Nullable String sealed,
        String mask,
        String email,
        int practice,
        boolean proof,
        @Nullable LocalDate extractOn) {

    public String name() {
        return firstName + " " + lastName;
    }

    byte @Nullable [] sealedBytes() {
        return sealed == null ? null : Base64.getDecoder().decode(sealed);
    }

    JsonObject json() {
        return new JsonObject()
                .put("key", key)
                .put("personId", personId)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("sealed", sealed)
                .put("mask", mask)
                .put("email", email)
                .put("practice", practice)
                .put("proof", proof)
                .put("extractOn", extractOn == null ? null : extractOn.toString());
    }

    static DraftMentor of(JsonObject json) {
        String extractOn = json.getString("extractOn");
        return new DraftMentor(
                json.getString("key"),
                json.getString("personId"),
                json.getString("firstName"),
                json.getString("lastName"),
                json.getString("sealed"),
                json.getString("mask"),
                json.getString("email"),
                json.getInteger("practice"),
                json.getBoolean("proof"),
                extractOn == null ? null : LocalDate.parse(extractOn));
    }

    @Override
    public String toString() {
        return "DraftMentor(" + key + ")";
    }
}
