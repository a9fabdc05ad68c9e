package be.leermeester.portal.dossier;

import be.leermeester.portal.rows.Written;
import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dossier as lists show it.
///
/// @param since the day on which the status began
/// @param decideBy as [DecisionClock#decideBy]; null in a list as on an earlier day
/// @param escalates whether the head of the team decides after fourteen days, and not the law
/// @param mentors how many approved mentors it has that were not struck off
/// @param reasons why the status is what it is, where somebody has to know: not while it is decided or recognised
/// @param remark as the reasons, in words
public record DossierRow(
        String id,
        RecognitionStatus status,
        LocalDate since,
        boolean automatic,
        LocalDate submittedOn,
        String submittedBy,
        @Nullable LocalDate decideBy,
        boolean escalates,
        @Nullable LocalDate validUntil,
        Company company,
        Establishment establishment,
        String programmeCode,
        String programme,
        String partnershipCode,
        String partnership,
        int mentors,
        List<String> reasons,
        String remark) {

    public record Company(String number, String name) {
        public String written() {
            return Written.enterprise(number);
        }
    }

    /// @param name its own name, else the company's
    public record Establishment(String number, String name, String address, String municipality, String province) {
        public String written() {
            return Written.establishment(number);
        }
    }

    public Outlook outlook(LocalDate today) {
        return Outlook.of(status, decideBy, validUntil, escalates, today);
    }
}
