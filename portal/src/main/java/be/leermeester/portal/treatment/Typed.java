package be.leermeester.portal.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was typed into the form of a [Deed], whether or not it is in order: a form that is shown again has it all.
///
/// @param reasons codes that were ticked
/// @param items what is missing, by code, those not ticked too: their remark may be typed already
/// @param verdicts on each mentor that waits for one, by person
/// @param activities of a partial approval, in order
record Typed(
        List<String> reasons,
        String remark,
        List<Item> items,
        Map<String, Verdict> verdicts,
        List<Activity> activities) {

    static final List<String> REASONS = List.of(
            "ADMINISTRATIVELY_NOT_IN_ORDER",
            "INSUFFICIENT_EQUIPMENT",
            "INSUFFICIENT_FINANCIAL_CAPACITY",
            "NO_SUITABLE_MENTOR",
            "CONVICTION");

    static final List<String> ITEMS = List.of(
            "C450",
            "CRIMINAL_RECORD",
            "PRIOR_TRAINING",
            "PRACTICE",
            "MENTOR",
            "EQUIPMENT",
            "TRAINING_PLAN",
            "FINANCIAL_CAPACITY",
            "REGISTER_DATA",
            "OTHER");

    /// Why a mentor is not approved; the list of striking off (domain.md section 3).
    static final List<String> REFUSALS = List.of(
            "CONDUCT",
            "TOO_YOUNG",
            "INSUFFICIENT_PRACTICE",
            "INSUFFICIENTLY_AVAILABLE",
            "DOES_NOT_PERFORM_TASKS",
            "TRAINING_NOT_FOLLOWED");

    Typed {
        reasons = List.copyOf(reasons);
        items = List.copyOf(items);
        verdicts = new LinkedHashMap<>(verdicts);
        activities = List.copyOf(activities);
    }

    record Item(String code, boolean asked, String remark) {}

    /// @param reason a code of [#REFUSALS], `""` where none was chosen
    record Verdict(boolean refused, String reason, String motivation) {}

    /// @param cover YES, NO or PLAN
    /// @param plan by whom it is filled in
    record Activity(String text, String cover, String plan) {
        boolean covered() {
            return cover.equals("YES");
        }

        boolean isBlank() {
            return text.isEmpty() && plan.isEmpty();
        }
    }

    static Typed nothing(List<Treated.Mentor> mentors, List<String> activities) {
        List<Activity> rows = new ArrayList<>();
        activities.forEach(text -> rows.add(new Activity(text, "YES", "")));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        mentors.forEach(mentor -> verdicts.put(mentor.personId(), new Verdict(false, "", "")));
        List<Item> items = ITEMS.stream().map(code -> new Item(code, false, "")).toList();
        return new Typed(List.of(), "", items, verdicts, rows);
    }

    List<Item> asked() {
        return items.stream().filter(Item::asked).toList();
    }

    List<Activity> filled() {
        return activities.stream().filter(row -> !row.isBlank()).toList();
    }

    Set<String> refused() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().refused())
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
