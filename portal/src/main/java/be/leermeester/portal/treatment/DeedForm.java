package be.leermeester.portal.treatment;

import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.treatment.Typed.Activity;
import be.leermeester.portal.treatment.Typed.Item;
import be.leermeester.portal.treatment.Typed.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a posted form of a [Deed] and says what is wrong with it.
final class DeedForm {

    static final int LONG = 4_000;
    static final int SHORT = 500;
    static final int MOST_ACTIVITIES = 60;
    private static final List<String> VERDICTS = List.of("", "approve", "refuse");

    private final Form form;
    private final Deed deed;
    private final List<Treated.Mentor> mentors;

    DeedForm(Form form, Deed deed, List<Treated.Mentor> mentors) {
        this.form = form;
        this.deed = deed;
        this.mentors = mentors;
    }

    /// The number of the last change that was seen; one that never was where it is unreadable.
    int seen() {
        String seen = form.given("seen", 9);
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    Typed read() {
        Typed typed = new Typed(
                deed.isMotivated() ? ticked() : List.of(),
                form.optional("remark", LONG),
                deed == Deed.INCOMPLETE ? items() : List.of(),
                deed.isApproval() ? verdicts() : Map.of(),
                deed == Deed.PARTIAL ? activities() : List.of());
        check(typed);
        return typed;
    }

    /// Only what is decided on mentors: all of them may be refused.
    Typed readMentors() {
        Typed typed = new Typed(List.of(), "", List.of(), verdicts(), List.of());
        checkEach(typed);
        return typed;
    }

    private List<String> ticked() {
        return Typed.REASONS.stream()
                .filter(code -> form.ticked("reason-" + code))
                .toList();
    }

    private List<Item> items() {
        return Typed.ITEMS.stream()
                .map(code -> new Item(code, form.ticked("item-" + code), form.optional("remark-" + code, SHORT)))
                .toList();
    }

    private Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Treated.Mentor mentor : mentors) {
            String id = mentor.personId();
            String chosen = form.given("mentor-" + id, 10);
            if (!VERDICTS.contains(chosen)) {
                throw new Problem.BadRequest("problem.field", "mentor-" + id);
            }
            if (chosen.isEmpty() && !mentor.isPending()) {
                continue;
            }
            String reason = form.given("refusal-" + id, 60);
            if (!reason.isEmpty() && !Typed.REFUSALS.contains(reason)) {
                throw new Problem.BadRequest("problem.field", "refusal-" + id);
            }
            verdicts.put(id, new Verdict(chosen.equals("refuse"), reason, form.optional("motivation-" + id, LONG)));
        }
        return verdicts;
    }

    private List<Activity> activities() {
        List<Activity> rows = new ArrayList<>();
        String count = form.given("rows", 3);
        if (!count.matches("[1-9]\\d{0,2}")) {
            throw new Problem.BadRequest("problem.field", "rows");
        }
        int most = Math.min(Integer.parseInt(count), MOST_ACTIVITIES);
        for (int row = 0; row < most; row++) {
            String cover = form.given("cover-" + row, 4);
            rows.add(new Activity(
                    form.optional("activity-" + row, SHORT),
                    List.of("NO", "PLAN").contains(cover) ? cover : "YES",
                    form.optional("plan-" + row, SHORT)));
        }
        return rows;
    }

    private void check(Typed typed) {
        switch (deed) {
            case REVIEW, RESUME -> {}
            case HOLD -> required(typed.remark());
            case INCOMPLETE -> checkItems(typed);
            case REJECT, REVOKE -> checkMotivation(typed);
            case APPROVE -> checkVerdicts(typed);
            case PARTIAL -> {
                checkVerdicts(typed);
                checkActivities(typed);
            }
        }
    }

    private void required(String remark) {
        if (remark.isEmpty()) {
            form.refuse("remark", "treatment.hold.remark.required");
        }
    }

    private void checkItems(Typed typed) {
        if (typed.asked().isEmpty()) {
            form.refuse("item-C450", "treatment.incomplete.none");
        }
        typed.asked().stream()
                .filter(item -> item.code().equals("OTHER") && item.remark().isEmpty())
                .forEach(item -> form.refuse("remark-OTHER", "treatment.incomplete.other"));
    }

    private void checkMotivation(Typed typed) {
        if (typed.reasons().isEmpty()) {
            form.refuse("reason-" + Typed.REASONS.getFirst(), "treatment.reason.none");
        }
        if (typed.remark().length() < Act.MOTIVATION) {
            form.refuse(
                    "remark",
                    "treatment.motivation.short",
                    Act.MOTIVATION,
                    typed.remark().length());
        }
    }

    private void checkEach(Typed typed) {
        mentors.forEach(mentor -> {
            Verdict verdict = typed.verdicts().get(mentor.personId());
            if (verdict != null && verdict.refused()) {
                checkRefusal(mentor, verdict);
            } else if (verdict != null && mentor.isTooYoung()) {
                form.refuse(
                        "mentor-" + mentor.personId(),
                        "treatment.mentors.too-young",
                        mentor.name(),
                        String.valueOf(mentor.age()),
                        mentor.minimumAge());
            }
        });
    }

    private void checkVerdicts(Typed typed) {
        checkEach(typed);
        if (!typed.verdicts().isEmpty()
                && typed.refused().size() == typed.verdicts().size()) {
            form.refuse("mentor-" + mentors.getFirst().personId(), "treatment.mentors.none-left");
        }
    }

    private void checkRefusal(Treated.Mentor mentor, Verdict verdict) {
        if (verdict.reason().isEmpty()) {
            form.refuse("refusal-" + mentor.personId(), "treatment.refusal.reason", mentor.name());
        }
        if (verdict.motivation().length() < Act.MOTIVATION) {
            form.refuse(
                    "motivation-" + mentor.personId(),
                    "treatment.refusal.motivation",
                    mentor.name(),
                    Act.MOTIVATION,
                    verdict.motivation().length());
        }
    }

    private void checkActivities(Typed typed) {
        if (typed.filled().stream().allMatch(Activity::covered)) {
            form.refuse("activity-0", "treatment.partial.all-covered");
        }
        for (int row = 0; row < typed.activities().size(); row++) {
            Activity activity = typed.activities().get(row);
            if (!activity.isBlank() && activity.text().isEmpty()) {
                form.refuse("activity-" + row, "treatment.partial.text");
            }
            if (activity.cover().equals("PLAN") && activity.plan().isEmpty() && !activity.isBlank()) {
                form.refuse("plan-" + row, "treatment.partial.plan");
            }
        }
    }
}
