package be.leermeester.portal.mandate;

import be.leermeester.portal.rows.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mandate as the company and its holder read it.
///
/// @param scope what it is limited to
/// @param endsOn the last day on which it holds; null where it has none
/// @param givenBy who gave it; null for one that was imported
/// @param fileName of the signed paper; null where the company agreed in the portal itself
record Mandate(
        String id,
        Company company,
        Holder holder,
        Reach scope,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Standing standing,
        @Nullable LocalDate revokedOn,
        @Nullable String givenBy,
        @Nullable Instant givenAt,
        @Nullable String fileHash,
        @Nullable String fileName) {

    record Company(String number, String name) {
        public String written() {
            return Written.enterprise(number);
        }
    }

    /// @param kind TRAINING_PROVIDER, SECTOR_CONSULTANT or WORKPLACE_COUNSELLOR
    /// @param code of the provider or the partnership
    record Holder(String kind, String code, String name) {

        static final String SCHOOL = "TRAINING_PROVIDER";

        /// Who is told about it, see [be.leermeester.kernel.Event#audience].
        String audienceKey() {
            return (kind.equals(SCHOOL) ? "provider:" : "partnership:") + code;
        }

        String role() {
            return kind.equals(SCHOOL) ? "SCHOOL" : "HANDLER";
        }
    }

    /// A code with what it is called.
    record Named(String code, String name) {}

    /// What a mandate reaches; an empty list is everything.
    record Reach(List<Named> establishments, List<Named> programmes, List<String> acts) {

        public boolean everything() {
            return establishments.isEmpty() && programmes.isEmpty() && acts.isEmpty();
        }
    }

    public boolean holds() {
        return standing == Standing.HOLDS;
    }

    /// Whether it holds or will: it can be limited and revoked.
    public boolean stands() {
        return standing == Standing.HOLDS || standing == Standing.COMING;
    }

    /// The day on which it ended, whichever way; null while it stands.
    public @Nullable LocalDate endedOn() {
        return switch (standing) {
            case REVOKED -> revokedOn;
            case ENDED -> endsOn;
            case COMING, HOLDS -> null;
        };
    }
}
