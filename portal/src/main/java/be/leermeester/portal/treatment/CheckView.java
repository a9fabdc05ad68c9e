package be.leermeester.portal.treatment;

import be.leermeester.kernel.Form;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.treatment.CheckQueries.Check;
import be.leermeester.portal.treatment.CheckQueries.Earlier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The check list of a dossier with everything that is looked at for it.
record CheckView(
        Treated dossier,
        List<Form.Error> errors,
        List<Line> company,
        List<MentorPart> mentors,
        long done,
        int all,
        List<CheckQueries.Document> documents,
        CheckQueries.Register register,
        Past past,
        List<NoteQueries.Note> notes,
        String typedNote) {

    public @Nullable String noteError() {
        return errors.stream()
                .filter(error -> error.field().equals("note"))
                .map(Form.Error::message)
                .findFirst()
                .orElse(null);
    }

    /// One criterion.
    ///
    /// @param check what was saved, null before
    /// @param typed what is in the form
    /// @param hint key of the sentence that explains it; its arguments are `first` and `second`
    record Line(
            Criterion criterion,
            String personId,
            @Nullable Check check,
            Written typed,
            String hint,
            String first,
            String second,
            @Nullable String error) {

        public String key() {
            return criterion.name() + (personId.isEmpty() ? "" : "-" + personId);
        }

        Line having(Line wrong) {
            return new Line(criterion, personId, check, wrong.typed(), hint, first, second, wrong.error());
        }

        public boolean dated() {
            return criterion == Criterion.CONDUCT;
        }
    }

    /// @param met YES, NO or `""`
    /// @param dated as a date field has it
    record Written(String met, String remark, String dated) {
        public boolean yes() {
            return met.equals("YES");
        }

        public boolean no() {
            return met.equals("NO");
        }

        static Written of(@Nullable Check check) {
            return check == null
                    ? new Written("", "", "")
                    : new Written(
                            check.met() ? "YES" : "NO",
                            check.remark(),
                            check.datedOn() == null ? "" : check.datedOn().toString());
        }
    }

    record MentorPart(Treated.Mentor mentor, List<Line> lines, Past past) {}

    /// Dossiers before this one; those of other partnerships as numbers only.
    record Past(List<Earlier> own, List<Count> others) {
        public boolean nothing() {
            return own.isEmpty() && others.isEmpty();
        }
    }

    record Count(String partnership, RecognitionStatus status, long count) {}

    static Past past(List<Earlier> all, String personId, Scope scope) {
        List<Earlier> own = new ArrayList<>();
        Map<Count, Long> others = new LinkedHashMap<>();
        for (Earlier one : all) {
            if (one.personId().equals(personId)) {
                if (scope.handles(one.partnershipCode())) {
                    own.add(one);
                } else {
                    others.merge(new Count(one.partnership(), one.status(), 0), 1L, Long::sum);
                }
            }
        }
        return new Past(
                own,
                others.entrySet().stream()
                        .map(entry -> new Count(
                                entry.getKey().partnership(), entry.getKey().status(), entry.getValue()))
                        .toList());
    }

    /// The lines of the company, or of one mentor.
    ///
    /// @param wrong the line whose form was refused, with what was typed; null where none was
    static List<Line> lines(
            Treated.@Nullable Mentor mentor, List<Check> checks, CheckQueries.Policy policy, @Nullable Line wrong) {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.isOfMentor() == (mentor != null))
                .map(criterion -> line(criterion, mentor, checks, policy))
                .map(line -> wrong != null && wrong.key().equals(line.key()) ? line.having(wrong) : line)
                .toList();
    }

    private static Line line(
            Criterion criterion, Treated.@Nullable Mentor mentor, List<Check> checks, CheckQueries.Policy policy) {
        String person = mentor == null ? "" : mentor.personId();
        Check check = checks.stream()
                .filter(one -> one.criterion() == criterion && one.personId().equals(person))
                .findFirst()
                .orElse(null);
        String hint = "treatment.criterion." + criterion + ".hint";
        String first = "";
        String second = "";
        if (criterion == Criterion.AGE && mentor != null) {
            Integer age = mentor.age();
            hint = age == null ? hint + ".unknown" : age < policy.minimumAge() ? hint + ".young" : hint;
            first = age == null ? "" : String.valueOf(age);
            second = String.valueOf(policy.minimumAge());
        } else if (criterion == Criterion.PRACTICE) {
            first = String.valueOf(policy.practice());
        }
        return new Line(criterion, person, check, Written.of(check), hint, first, second, null);
    }
}
