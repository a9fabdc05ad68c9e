package be.leermeester.portal.evidence;

import be.leermeester.kernel.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the templates of evidence find. What they compute is public: templates read it.
final class EvidenceViews {

    private EvidenceViews() {}

    record Choose(List<EvidenceQueries.Candidate> candidates, String kind) {}

    /// A partnership for which something can be handed in.
    record DutyChoice(Duty duty, boolean chosen) {}

    /// @param draft the id under which the file is kept, empty where none is
    /// @param fileName of the file that is kept, null where none is
    /// @param copyOf the evidence of which a better copy is asked
    record HandInForm(
            Evidence.Person person,
            boolean own,
            String kind,
            List<DutyChoice> duties,
            Map<String, String> values,
            List<Form.Error> errors,
            Map<String, String> errorOf,
            String draft,
            @Nullable String fileName,
            @Nullable Evidence copyOf) {

        public boolean training() {
            return kind.equals("TRAINING");
        }

        public boolean several() {
            return duties.size() > 1;
        }

        public String firstFor() {
            return duties.isEmpty() ? "" : "for-" + duties.getFirst().duty().partnership();
        }

        public @Nullable String forError() {
            return errorOf.get(firstFor());
        }

        public List<Ticked> grounds() {
            String chosen = values.getOrDefault("ground", "");
            return Arrays.stream(Statement.Ground.values())
                    .map(ground -> new Ticked(ground.name(), ground.name().equals(chosen)))
                    .toList();
        }
    }

    record Ticked(String code, boolean on) {}

    /// @param warnings sentences
    record Preview(
            String draft,
            Evidence.Person person,
            boolean own,
            Statement said,
            List<String> partnerships,
            @Nullable String fileName,
            List<String> warnings) {

        public boolean training() {
            return said.kind() == Statement.Kind.TRAINING;
        }
    }

    /// @param why the rule that it does not meet, null where nothing was refused
    /// @param then what can be done now
    /// @param file whether this visitor may have the file
    record Item(Evidence evidence, @Nullable String why, String then, boolean file) {}

    /// @param canHandIn whether something is still to be met
    record Status(
            Evidence.Person person,
            boolean own,
            List<Item> items,
            boolean canHandIn,
            boolean done,
            @Nullable String conflict) {}

    static List<DutyChoice> choices(List<Duty> duties, Map<String, String> values) {
        return duties.stream()
                .map(duty -> new DutyChoice(
                        duty,
                        values.isEmpty()
                                ? !duty.waits()
                                : values.getOrDefault("for-" + duty.partnership(), "")
                                        .equals("true")))
                .toList();
    }

    /// The first thing that is wrong with each field.
    static Map<String, String> byField(List<Form.Error> errors) {
        Map<String, String> first = new LinkedHashMap<>();
        errors.forEach(error -> first.putIfAbsent(error.field(), error.message()));
        return first;
    }
}
