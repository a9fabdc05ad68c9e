package be.leermeester.portal.mandate;

import org.jspecify.annotations.Nullable;

/// Who files for a company, as it is registered with the dossier (domain.md section 2, "Applicant").
///
/// @param submittedBy COMPANY, or the kind of the mandate: TRAINING_PROVIDER, SECTOR_CONSULTANT, WORKPLACE_COUNSELLOR
/// @param holder the provider code or partnership code that holds the mandate; null where it is the company itself
public record Applicant(
        String enterpriseNumber,
        String submittedBy,
        @Nullable String holder) {

    static final String COMPANY = "COMPANY";

    public boolean isCompany() {
        return holder == null;
    }
}
