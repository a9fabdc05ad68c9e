package be.leermeester.portal.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dossier as the transaction that changes it holds it: nobody else changes it until that ends.
///
/// @param filedAs the holder of the mandate under which it was filed, null where the company filed
/// @param validUntil the first day on which it no longer holds, null before the decision
/// @param renewedEnd where it renews another: the first day on which that one no longer holds
/// @param escalates whether the partnership wants the head of the team to decide after fourteen days, not the law
/// @param lastSeq the number of the last change
/// @param history in order of time; not empty
public record LockedDossier(
        String id,
        String establishmentNumber,
        String enterpriseNumber,
        String programmeCode,
        String partnershipCode,
        @Nullable String filedAs,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate renewedEnd,
        boolean escalates,
        int lastSeq,
        List<StatusChange> history) {

    public LockedDossier {
        history = List.copyOf(history);
    }

    public RecognitionStatus status() {
        return history.getLast().status();
    }

    /// Until when it holds once `standing` is what its history says: a renewal's five years run from the end of the
    /// old one (9.19).
    @Nullable
    LocalDate validUntil(Standing standing) {
        LocalDate approved = standing.approvedOn();
        return approved != null && renewedEnd != null && renewedEnd.isAfter(approved)
                ? renewedEnd.plusYears(Standing.YEARS)
                : standing.validUntil();
    }

    LockedDossier after(StatusChange change) {
        List<StatusChange> longer = new ArrayList<>(history);
        longer.add(change);
        return new LockedDossier(
                id,
                establishmentNumber,
                enterpriseNumber,
                programmeCode,
                partnershipCode,
                filedAs,
                validUntil(Standing.of(longer)),
                renewedEnd,
                escalates,
                lastSeq + 1,
                longer);
    }

    /// The keys of who is told about its changes, without the mentors.
    List<String> audience() {
        List<String> keys = new ArrayList<>(List.of("partnership:" + partnershipCode, "company:" + enterpriseNumber));
        if (filedAs != null) {
            keys.add("provider:" + filedAs);
        }
        return keys;
    }
}
