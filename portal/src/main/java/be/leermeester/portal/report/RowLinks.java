package be.leermeester.portal.report;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a figure to the list of exactly what it counts: for administrators everywhere, for handlers inside their own
/// partnership. Who only monitors sees aggregates.
record RowLinks(Identity identity, Question question) {

    private static final Map<String, String> STATUSES = Map.of(
            "approved", "APPROVED",
            "rejected", "REJECTED",
            "discontinued", "CEASED",
            "revoked", "REVOKED",
            "expired", "EXPIRED",
            "duplicated", "DUPLICATED");

    /// Null where no list shows just these rows, or not to this person.
    @Nullable
    String of(Observation each) {
        String partnership = partnership(each);
        String status = status(each);
        if (status == null || each.value() == 0 || !visible(partnership)) {
            return null;
        }
        return "/recognitions?status=" + status + (partnership == null ? "" : "&partnership=" + partnership) + "&on="
                + question.at();
    }

    /// Of the dossiers that stand in one status on the reference date. The list knows no school years, so of those only
    /// the sum over all of them, up to a period that has not ended.
    private @Nullable String status(Observation each) {
        boolean split = !List.of("", "total").contains(each.code("school_year"))
                || List.of("size_class_code", "handling_code", "system_code").stream()
                        .anyMatch(each.codes()::containsKey);
        if (!each.measure().equals("n_recognitions") || split) {
            return null;
        }
        if (each.codes().containsKey("school_year") && !question.unfinished()) {
            return null;
        }
        String status = each.code("status_code");
        return status.isEmpty() ? "APPROVED" : STATUSES.get(status);
    }

    /// The partnership that the figure is about; null for all together.
    private @Nullable String partnership(Observation each) {
        String code = each.code("partnership_code");
        return code.isEmpty() || code.equals("grand_total") ? question.partnership() : code;
    }

    /// Sectors and subtotals have no list of their own.
    private boolean visible(@Nullable String partnership) {
        if (partnership == null) {
            return identity.has(Role.ADMIN);
        }
        boolean list = !partnership.startsWith("vp_") && !partnership.equals("sectoral_partnerships_total");
        return list && (identity.has(Role.ADMIN) || identity.has(Role.HANDLER, partnership));
    }
}
