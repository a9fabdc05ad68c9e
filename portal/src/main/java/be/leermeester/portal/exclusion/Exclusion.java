package be.leermeester.portal.exclusion;

import be.leermeester.portal.rows.Written;
import be.leermeester.portal.status.Act;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company or one of its establishments that may not be a workplace.
///
/// @param partnershipCode null where it holds over all partnerships
/// @param until the last day, null for good
public record Exclusion(
        String id,
        Target target,
        @Nullable String partnershipCode,
        @Nullable String partnership,
        String reason,
        String motivation,
        LocalDate startsOn,
        @Nullable LocalDate until,
        Instant decidedAt,
        String decidedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftedBecause) {

    /// The least that a motivation says, in characters.
    static final int MOTIVATION = Act.MOTIVATION;

    /// Why somebody can be excluded.
    enum Reason {
        LABOUR_LAW,
        SAFETY,
        CONVICTION,
        OBLIGATIONS,
        OTHER
    }

    /// Whom it is about.
    ///
    /// @param establishmentNumber null for the whole company
    record Target(
            String enterpriseNumber,
            String company,
            @Nullable String establishmentNumber,
            @Nullable String establishment) {

        public String written() {
            return establishmentNumber == null
                    ? Written.enterprise(enterpriseNumber)
                    : Written.establishment(establishmentNumber);
        }

        /// The number that finds it.
        public String number() {
            return establishmentNumber == null ? enterpriseNumber : establishmentNumber;
        }
    }

    /// ACTIVE, OVER or LIFTED.
    String state(LocalDate today) {
        if (liftedAt != null) {
            return "LIFTED";
        }
        return until != null && until.isBefore(today) ? "OVER" : "ACTIVE";
    }
}
