package be.leermeester.portal.treatment;

import be.leermeester.kernel.Form;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.treatment.Typed.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a [Deed] as its template shows it.
///
/// @param seen goes back with the form
/// @param possible whether it can still be done
/// @param clash what happened since the form was opened; null where nothing did
/// @param daysLeft see [Treated#daysLeft]
/// @param letter what would be written, where that was asked
/// @param running agreements that a revocation hits; empty for other deeds
/// @param adviceUntil until when the social partners can still speak; null where they are not being asked
record DeedView(
        Deed deed,
        Treated dossier,
        int seen,
        boolean possible,
        @Nullable Clash clash,
        List<Form.Error> errors,
        @Nullable Long daysLeft,
        List<Tick> reasons,
        Field remark,
        List<Tick> items,
        List<MentorRow> mentors,
        List<ActivityRow> activities,
        List<Treated.Running> running,
        List<String> receivers,
        @Nullable Letter letter,
        @Nullable Instant adviceUntil) {

    /// @param message why it could not be done
    /// @param steps what happened meanwhile, the newest first
    record Clash(String message, List<Treated.Step> steps) {}

    record Field(String value, @Nullable String error) {}

    /// A code to tick, with a remark where the form asks for one.
    record Tick(String code, boolean ticked, @Nullable String error, Field remark) {}

    /// @param reasons why not
    record MentorRow(
            Treated.Mentor mentor,
            boolean refused,
            @Nullable String error,
            List<Tick> reasons,
            @Nullable String reasonError,
            Field motivation) {}

    record ActivityRow(int row, int number, Field text, String cover, Field plan) {
        public boolean yes() {
            return cover.equals("YES");
        }

        public boolean no() {
            return cover.equals("NO");
        }

        public boolean planned() {
            return cover.equals("PLAN");
        }
    }

    public String path() {
        return deed.path();
    }

    public String fields() {
        return "treatment/fields-" + deed.path();
    }

    public String titleKey() {
        return "treatment." + deed.path() + ".title";
    }

    public String effectKey() {
        return "treatment." + deed.path() + ".effect";
    }

    public String buttonKey() {
        return "treatment." + deed.path() + ".button";
    }

    public boolean reasonsWrong() {
        return reasons.stream().anyMatch(reason -> reason.error() != null);
    }

    public boolean itemsWrong() {
        return items.stream().anyMatch(item -> item.error() != null);
    }

    /// How many agreements a revocation hits.
    public int hit() {
        return running.size();
    }

    /// How many rows of activities the form has.
    public int rows() {
        return activities.size();
    }

    public boolean grave() {
        return deed.isMotivated();
    }

    /// @param mentors those that wait for a decision
    /// @param spare empty rows for activities after the typed ones
    static DeedView of(
            Deed deed, Treated dossier, Typed typed, List<Treated.Mentor> mentors, int spare, Around around) {
        Errors errors = new Errors(around.errors());
        return new DeedView(
                deed,
                dossier,
                dossier.seq(),
                around.possible(),
                around.clash(),
                around.errors(),
                around.daysLeft(),
                ticks(typed, errors),
                new Field(typed.remark(), errors.of("remark")),
                items(typed, errors),
                mentors(typed, mentors, around.errors()),
                activities(typed, spare, errors),
                around.running(),
                around.receivers(),
                null,
                around.adviceUntil());
    }

    /// With what would be written.
    DeedView with(Letter preview) {
        return new DeedView(
                deed,
                dossier,
                seen,
                possible,
                clash,
                errors,
                daysLeft,
                reasons,
                remark,
                items,
                mentors,
                activities,
                running,
                receivers,
                preview,
                adviceUntil);
    }

    /// Whether somebody is written to, so that it can be read before.
    public boolean writes() {
        return DecisionLetter.isSentFor(deed);
    }

    /// What the form needs beside what is typed.
    record Around(
            boolean possible,
            @Nullable Clash clash,
            List<Form.Error> errors,
            @Nullable Long daysLeft,
            List<Treated.Running> running,
            List<String> receivers,
            @Nullable Instant adviceUntil) {}

    public @Nullable String adviceError() {
        return new Errors(errors).of("despite-advice");
    }

    private record Errors(List<Form.Error> all) {
        @Nullable
        String of(String field) {
            return all.stream()
                    .filter(error -> error.field().equals(field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<Tick> ticks(Typed typed, Errors errors) {
        return Typed.REASONS.stream()
                .map(code -> new Tick(
                        code, typed.reasons().contains(code), errors.of("reason-" + code), new Field("", null)))
                .toList();
    }

    private static List<Tick> items(Typed typed, Errors errors) {
        return typed.items().stream()
                .map(item -> new Tick(
                        item.code(),
                        item.asked(),
                        errors.of("item-" + item.code()),
                        new Field(item.remark(), errors.of("remark-" + item.code()))))
                .toList();
    }

    static List<MentorRow> mentors(Typed typed, List<Treated.Mentor> mentors, List<Form.Error> all) {
        Errors errors = new Errors(all);
        return mentors.stream()
                .map(mentor -> {
                    String id = mentor.personId();
                    Typed.Verdict verdict = typed.verdicts().getOrDefault(id, new Typed.Verdict(false, "", ""));
                    return new MentorRow(
                            mentor,
                            verdict.refused(),
                            errors.of("mentor-" + id),
                            Typed.REFUSALS.stream()
                                    .map(code ->
                                            new Tick(code, code.equals(verdict.reason()), null, new Field("", null)))
                                    .toList(),
                            errors.of("refusal-" + id),
                            new Field(verdict.motivation(), errors.of("motivation-" + id)));
                })
                .toList();
    }

    private static List<ActivityRow> activities(Typed typed, int spare, Errors errors) {
        List<ActivityRow> rows = new ArrayList<>();
        List<Activity> all = new ArrayList<>(typed.activities());
        for (int more = 0; more < spare && all.size() < DeedForm.MOST_ACTIVITIES; more++) {
            all.add(new Activity("", "YES", ""));
        }
        for (int row = 0; row < all.size(); row++) {
            Activity activity = all.get(row);
            rows.add(new ActivityRow(
                    row,
                    row + 1,
                    new Field(activity.text(), errors.of("activity-" + row)),
                    activity.cover(),
                    new Field(activity.plan(), errors.of("plan-" + row))));
        }
        return rows;
    }
}
