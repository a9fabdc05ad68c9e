package be.leermeester.learning.deadline;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A deadline as programs read it.
final class DeadlineJson {

    private DeadlineJson() {}

    static JsonObject of(Deadline deadline) {
        TrainingObligation obligation = deadline.obligation();
        return new JsonObject()
                .put("personId", obligation.personId())
                .put("partnershipCode", obligation.partnership())
                .put("dueOn", text(obligation.dueOn()))
                .put("daysLeft", deadline.daysLeft())
                .put("flag", text(deadline.flag()))
                .put("status", obligation.status().name())
                .put("statusSince", obligation.statusSince().toString())
                .put("exemptionGround", obligation.exemptionGround())
                .put("acceptedFrom", obligation.acceptedFrom())
                .put("rule", rule(obligation.why()));
    }

    private static @Nullable JsonObject rule(@Nullable Explanation why) {
        return why == null
                ? null
                : new JsonObject()
                        .put("source", why.ruleSource())
                        .put("start", why.start().approvedOn().toString())
                        .put("startReason", why.start().reason().name())
                        .put("applicationId", why.start().applicationId())
                        .put("termMonths", why.termMonths())
                        .put("extensionMonths", why.extensionMonths())
                        .put("extensionSource", why.extensionSource())
                        .put("partnership", why.partnership());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
