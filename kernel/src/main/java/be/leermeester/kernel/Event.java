package be.leermeester.kernel;

import io.vertx.core.json.JsonObject;
import java.util.List;

/// Something that happened: audit trail, history and change feed at once. Never holds a national number.
///
/// @param type past participle, `ApplicationSubmitted`
/// @param subject what it is about, `application:A000001`
/// @param actor the person id, or `portal` for the portal's own jobs
/// @param audience the keys of who is told ([Identity#audienceKeys])
public record Event(String type, String subject, String actor, List<String> audience, JsonObject payload) {

    public static final String PORTAL = "portal";

    public Event {
        audience = List.copyOf(audience);
    }
}
