package be.leermeester.portal.report;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From a figure to the list of what it counts: for administrators everywhere, for handlers inside their own
/// partnership. Who only monitors sees aggregates.
record RowLinks(Identity identity, Question question) {

    private static final Map<String, String> STATUSES = Map.of(
            "approved", "APPROVED",
            "rejected", "REJECTED",
            "discontinued", "CEASED",
            "revoked", "REVOKED",
            "expired", "EXPIRED",
            "duplicated", "DUPLICATED");

    private static final Map<String, String> TRAININGS = Map.of(
            "followed_at_sector", "FOLLOWED_SECTOR",
            "followed_elsewhere", "FOLLOWED_ELSEWHERE",
            "not_followed", "NOT_FOLLOWED",
            "to_follow", "TO_FOLLOW",
            "not_handled", "NOT_HANDLED",
            "follow_up_stopped", "DISCONTINUED");

    /// Null where there is no such list, or not for this person.
    @Nullable
    String of(Observation each) {
        if (each.unit() != Measure.Unit.COUNT || each.value() == 0) {
            return null;
        }
        Map<String, String> query = new LinkedHashMap<>();
        String partnership = partnership(each);
        if (!visible(partnership)) {
            return null;
        }
        String path = path(each, query);
        if (path == null) {
            return null;
        }
        if (partnership != null) {
            query.put("partnership", partnership);
        }
        query.put("on", question.at().toString());
        return path + "?"
                + query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    /// With the filters of the list; `decided` is the school year of the first decision, `named` that of the mentor
    /// application.
    private @Nullable String path(Observation each, Map<String, String> query) {
        String status = each.code("status_code");
        String year = each.code("school_year");
        return switch (each.measure()) {
            case "n_recognitions" -> {
                String recognition = status.isEmpty() ? "APPROVED" : STATUSES.get(status);
                boolean standing = each.code("size_class_code").isEmpty()
                        && each.code("handling_code").isEmpty()
                        && each.code("system_code").isEmpty();
                if (recognition == null || !standing) {
                    yield null;
                }
                query.put("status", recognition);
                putYear(query, "decided", year);
                yield "/recognitions";
            }
            case "n_unique_mentors" -> {
                String training = TRAININGS.get(status);
                if (training == null) {
                    yield null;
                }
                query.put("status", training);
                putYear(query, "named", year.isEmpty() ? question.period().code() : year);
                yield "/mentors";
            }
            default -> null;
        };
    }

    private static void putYear(Map<String, String> query, String key, String year) {
        if (!year.isEmpty() && !year.equals("total")) {
            query.put(key, year);
        }
    }

    /// The partnership that the figure is about; null for all together. Sectors and subtotals have no list of their
    /// own.
    private @Nullable String partnership(Observation each) {
        String code = each.code("partnership_code");
        return code.isEmpty() || code.equals("grand_total") ? question.partnership() : code;
    }

    private boolean visible(@Nullable String partnership) {
        if (partnership == null) {
            return identity.has(Role.ADMIN);
        }
        boolean list = !partnership.startsWith("vp_") && !partnership.equals("sectoral_partnerships_total");
        return list && (identity.has(Role.ADMIN) || identity.has(Role.HANDLER, partnership));
    }
}
