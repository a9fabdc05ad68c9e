package be.leermeester.portal.renewal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recognition that ends, with what was asked and answered about it.
///
/// @param askedOn null where nobody was asked yet
/// @param answer RENEW, NOT_RENEW or NEEDS_SUPPORT; null while there is none
/// @param renewal the dossier that renews it; null where none was filed
/// @param recognised whether it still holds
record Ending(
        String id,
        LocalDate endsOn,
        String enterpriseNumber,
        String company,
        String programme,
        String place,
        String partnershipCode,
        String partnership,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate remindedOn,
        @Nullable String answer,
        @Nullable String reason,
        String remark,
        @Nullable LocalDate answeredOn,
        boolean byLink,
        @Nullable String renewal,
        @Nullable String renewalStatus,
        boolean recognised) {

    public boolean filed() {
        return renewal != null;
    }

    /// Whether the answer can still be given or changed.
    public boolean answerable() {
        return recognised && renewal == null;
    }

    /// The last day on which it holds, and on which the answer can be changed.
    public LocalDate lastDay() {
        return endsOn.minusDays(1);
    }

    public boolean renews() {
        return "RENEW".equals(answer);
    }
}
