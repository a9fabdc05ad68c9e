package be.leermeester.portal.application;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether somebody may be named as mentor on a day, and if not, which check failed (M6; domain.md section 2).
///
/// @param birth from the national number; empty where the register does not know it
record MentorCheck(
        Optional<LocalDate> birth,
        int practice,
        boolean proof,
        @Nullable LocalDate extractOn) {

    /// A check that failed.
    ///
    /// @param field of the form to mend it in
    /// @param key of the sentence that says how; its arguments are what is and what is asked
    record Failed(String field, String key, int is, int asked) {}

    static final int EXTRACT_YEARS = 1;

    List<Failed> against(MentorPolicy policy, LocalDate today) {
        List<Failed> failed = new ArrayList<>();
        age(policy, today, failed);
        if (practice < policy.minimumPractice() && !proof) {
            failed.add(new Failed("practice", "application.check.practice", practice, policy.minimumPractice()));
        }
        extract(policy, today, failed);
        return List.copyOf(failed);
    }

    private void age(MentorPolicy policy, LocalDate today, List<Failed> failed) {
        if (birth.isEmpty()) {
            return;
        }
        int age = Period.between(birth.get(), today).getYears();
        if (age < policy.loweredAge()) {
            failed.add(new Failed("number", "application.check.too-young", age, policy.loweredAge()));
        } else if (age < policy.minimumAge() && !proof) {
            failed.add(new Failed("proof", "application.check.young", age, policy.minimumAge()));
        }
    }

    private void extract(MentorPolicy policy, LocalDate today, List<Failed> failed) {
        if (extractOn == null) {
            if (policy.extract()) {
                failed.add(new Failed("extractOn", "application.check.extract-missing", 0, EXTRACT_YEARS));
            }
        } else if (extractOn.isAfter(today)) {
            failed.add(new Failed("extractOn", "application.check.extract-future", 0, EXTRACT_YEARS));
        } else if (extractOn.isBefore(today.minusYears(EXTRACT_YEARS))) {
            failed.add(new Failed("extractOn", "application.check.extract-old", 0, EXTRACT_YEARS));
        }
    }
}
