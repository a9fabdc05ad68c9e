package be.leermeester.portal.evidence;

import be.leermeester.kernel.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a handler decides about evidence.
///
/// @param seen the number of the last step that the handler saw
/// @param followedTo the last day of the training as it stands on the document, where it is a training
/// @param themes found in it
record Verdict(
        Kind kind,
        int seen,
        @Nullable Refusal refusal,
        String motivation,
        List<String> themes,
        @Nullable LocalDate followedTo,
        @Nullable BigDecimal hours) {

    /// In words too, for whoever reads why: with a rule that is not met it is an exception.
    static final int MOTIVATION = 20;

    private static final int LONGEST = 2_000;

    enum Kind {
        ACCEPT("ACCEPTED", "EvidenceAccepted"),
        REFUSE("REFUSED", "EvidenceRefused"),
        COPY("COPY_ASKED", "EvidenceCopyAsked");

        private final String state;
        private final String event;

        Kind(String state, String event) {
            this.state = state;
            this.event = event;
        }

        String state() {
            return state;
        }

        String event() {
            return event;
        }
    }

    enum Refusal {
        TOO_FEW_HOURS,
        TOO_OLD,
        THEMES_MISSING,
        NOT_THIS_PERSON,
        UNREADABLE,
        NOT_A_MENTOR_COURSE,
        GROUND_NOT_MET,
        OTHER
    }

    /// By which mentor courses are judged (domain.md section 3).
    enum Theme {
        INTAKE,
        TRAINING_PLAN,
        INSTRUCTION,
        FEEDBACK,
        FOLLOW_UP,
        EVALUATION,
        SCHOOL
    }

    Verdict {
        themes = List.copyOf(themes);
    }

    /// Reads the form; null where it says what is wrong.
    static @Nullable Verdict read(Form form, Evidence evidence, LocalDate today) {
        Kind kind = choice(Kind.values(), form.optional("decision", 20));
        if (kind == null) {
            form.refuse("decision", "evidence.judge.choose");
        }
        Refusal refusal = choice(Refusal.values(), form.optional("refusal", 40));
        String motivation = form.optional("motivation", LONGEST);
        List<String> themes = Arrays.stream(Theme.values())
                .map(Theme::name)
                .filter(theme -> form.ticked("theme-" + theme))
                .toList();
        int seen = seen(form);
        boolean accepts = kind == Kind.ACCEPT && evidence.training();
        LocalDate to = accepts ? form.date("followedTo").orElse(null) : evidence.to();
        BigDecimal hours = accepts ? Statement.hours(form) : evidence.hours();
        if (accepts && (to == null || to.isAfter(today))) {
            form.refuse("followedTo", "evidence.to.needed");
        }
        if (kind == Kind.REFUSE && refusal == null) {
            form.refuse("refusal", "evidence.judge.refusal.choose");
        }
        if (kind == null) {
            return null;
        }
        Verdict verdict = new Verdict(kind, seen, kind == Kind.REFUSE ? refusal : null, motivation, themes, to, hours);
        verdict.motivated(form, evidence);
        return form.valid() ? verdict : null;
    }

    private void motivated(Form form, Evidence evidence) {
        if (motivation.length() >= MOTIVATION) {
            return;
        }
        if (kind != Kind.ACCEPT) {
            form.refuse("motivation", "evidence.judge.motivation.short", MOTIVATION);
        } else if (form.valid() && !deviations(evidence).isEmpty()) {
            form.refuse("motivation", "evidence.judge.motivation.exception", MOTIVATION);
        }
    }

    /// The rules that an acceptance passes over: TOO_FEW_HOURS, TOO_OLD, THEMES_MISSING.
    List<Refusal> deviations(Evidence evidence) {
        List<Refusal> found = new ArrayList<>();
        if (evidence.training()) {
            if (evidence.duty().asksMoreThan(hours)) {
                found.add(Refusal.TOO_FEW_HOURS);
            }
            if (evidence.duty().tooOld(followedTo)) {
                found.add(Refusal.TOO_OLD);
            }
            if (themes.size() < Theme.values().length) {
                found.add(Refusal.THEMES_MISSING);
            }
        }
        return found;
    }

    private static int seen(Form form) {
        String given = form.given("seen", 9);
        if (!given.matches("\\d{1,9}")) {
            throw new be.leermeester.kernel.Problem.BadRequest("problem.field", "seen");
        }
        return Integer.parseInt(given);
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] all, String chosen) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }
}
