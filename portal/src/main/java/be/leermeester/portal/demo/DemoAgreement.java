package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// An agreement as planned, and how it went otherwise.
record DemoAgreement(
        DemoDossier dossier,
        DemoMentor mentor,
        String provider,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDateTime registeredAt,
        @Nullable LocalDate endedOn,
        String endReason,
        @Nullable LocalDateTime cancelledAt) {

    static DemoAgreement planned(
            DemoDossier dossier,
            DemoMentor mentor,
            String provider,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDateTime registeredAt) {
        return new DemoAgreement(dossier, mentor, provider, startsOn, endsOn, registeredAt, null, "", null);
    }

    DemoAgreement ended(LocalDate day, String reason) {
        return new DemoAgreement(dossier, mentor, provider, startsOn, endsOn, registeredAt, day, reason, cancelledAt);
    }

    DemoAgreement cancelled(LocalDateTime at) {
        return new DemoAgreement(dossier, mentor, provider, startsOn, endsOn, registeredAt, endedOn, endReason, at);
    }

    /// The last day on which it holds.
    LocalDate lastDay() {
        return endedOn == null ? endsOn : endedOn;
    }
}
