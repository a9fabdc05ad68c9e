package be.leermeester.portal.treatment;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.mail.Letter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is written about a deed, in the receiver's language: mail, preview and paper say the same.
record DecisionLetter(Messages messages) {

    /// Days to appeal against a rejection or a revocation, the day of the decision not counted (R14).
    static final int APPEAL_DAYS = 10;

    /// Whether anybody is written to about it at all.
    static boolean isSentFor(Deed deed) {
        return deed != Deed.REVIEW && deed != Deed.RESUME;
    }

    /// @param mentors all of the dossier, for their names
    Letter of(Deed deed, Treated dossier, Typed typed, List<Treated.Mentor> mentors, LocalDate today, Locale language) {
        String key = "treatment.letter." + deed.path();
        String place = dossier.company().name() + ", " + dossier.company().municipality();
        List<String> paragraphs = new ArrayList<>();
        switch (deed) {
            case REVIEW, RESUME -> {}
            case HOLD -> paragraphs.add(typed.remark());
            case INCOMPLETE -> missing(paragraphs, typed, language);
            case APPROVE, PARTIAL -> approved(paragraphs, typed, mentors, language);
            case REJECT, REVOKE -> refused(paragraphs, typed, today, language);
        }
        paragraphs.add(say(language, key + ".next"));
        paragraphs.add(say(language, "treatment.letter.reference", dossier.id(), dossier.partnership()));
        return new Letter(
                say(language, key + ".subject", dossier.programme(), day(today, language)),
                say(language, key + ".opening", dossier.programme(), place, day(today.plusYears(5), language)),
                paragraphs,
                new Letter.Action(say(language, "treatment.letter.open"), "/recognitions/" + dossier.id()));
    }

    private void missing(List<String> paragraphs, Typed typed, Locale language) {
        typed.asked().forEach(item -> {
            String what = say(language, "term.missing." + item.code());
            paragraphs.add("– " + what + (item.remark().isEmpty() ? "" : ": " + item.remark()));
        });
        addIfTyped(paragraphs, typed.remark());
    }

    private void approved(List<String> paragraphs, Typed typed, List<Treated.Mentor> mentors, Locale language) {
        typed.filled().stream().filter(row -> !row.covered()).forEach(row -> {
            String gap = row.plan().isEmpty() ? "treatment.letter.gap" : "treatment.letter.gap-plan";
            paragraphs.add("– " + say(language, gap, row.text(), row.plan()));
        });
        mentors.forEach(mentor -> {
            Typed.Verdict verdict = typed.verdicts().get(mentor.personId());
            if (verdict != null && verdict.refused()) {
                String why = say(language, "term.struck." + verdict.reason());
                paragraphs.add(
                        say(language, "treatment.letter.mentor-refused", mentor.name(), why, verdict.motivation()));
            } else if (verdict != null) {
                paragraphs.add(say(language, "treatment.letter.mentor-approved", mentor.name()));
            }
        });
        addIfTyped(paragraphs, typed.remark());
    }

    private void refused(List<String> paragraphs, Typed typed, LocalDate today, Locale language) {
        List<String> reasons = typed.reasons().stream()
                .map(code -> say(language, "term.reason." + code))
                .toList();
        paragraphs.add(say(language, "treatment.letter.reasons", String.join("; ", reasons)));
        paragraphs.add(typed.remark());
        paragraphs.add(say(language, "treatment.letter.appeal", day(today.plusDays(APPEAL_DAYS), language)));
    }

    private static void addIfTyped(List<String> paragraphs, String remark) {
        if (!remark.isEmpty()) {
            paragraphs.add(remark);
        }
    }

    static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
