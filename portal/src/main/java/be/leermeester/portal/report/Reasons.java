package be.leermeester.portal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The dimension `reason_code`: why agreements ended early, in the groups of table 10 of the 2020-2021 report.
final class Reasons {

    private static final Map<String, List<String>> GROUPS = groups();

    private Reasons() {}

    static Dimension groupsAndDetails() {
        List<Member> members = new ArrayList<>();
        GROUPS.forEach((group, details) -> {
            members.add(member(Member.subtotal(group + "_all"), group, "group"));
            details.forEach(detail -> members.add(member(Member.data(detail), group, "detail")));
        });
        members.add(member(Member.data("not_stated"), "not_stated", "detail").ifCounted());
        members.add(member(Member.total("total"), "total", "total"));
        return Dimension.of("reason_code", members.toArray(Member[]::new));
    }

    private static Member member(Member member, String group, String level) {
        return member.with("reason_group_code", group).with("level", level);
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(
                "switches_programme",
                List.of(
                        "stopped_early_switch_to_lw",
                        "stopped_early_switch_to_full_time",
                        "stopped_early_switch_to_dual"));
        groups.put(
                "stops_studying",
                List.of(
                        "completed_successfully",
                        "stopped_early_stopped_studying",
                        "stopped_early_offered_regular_contract",
                        "company_concludes_regular_contract"));
        groups.put(
                "company_learner_cooperation",
                List.of(
                        "mismatch_learner_company",
                        "serious_breach_by_learner",
                        "learner_expelled_disciplinary",
                        "serious_breach_by_company"));
        groups.put("company_provider_cooperation", List.of("cooperation_company_provider_fails"));
        groups.put("changes_company", List.of("learner_changes_company"));
        groups.put(
                "force_majeure",
                List.of(
                        "circumstances_of_learner",
                        "circumstances_at_workplace",
                        "company_taken_over_closed_bankrupt",
                        "company_cannot_guarantee_health"));
        groups.put("company_or_mentor_unavailable", List.of("no_mentor_left", "company_not_recognised"));
        groups.put("programme_no_longer_offered", List.of("programme_itself_no_longer_offered"));
        return groups;
    }
}
