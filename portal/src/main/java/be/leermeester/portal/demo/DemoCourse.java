package be.leermeester.portal.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// A course with the formula that its partnership offers in the sources (partnership_rules.json,
/// mentor_training_own_course).
record DemoCourse(String code, String partnership, String title, List<Component> components) {

    /// A leading question mark in the list says that it is optional.
    record Component(String kind, boolean required, BigDecimal hours, String title) {
        boolean inSessions() {
            return !kind.equals("E_LEARNING") && !kind.equals("ASSIGNMENT");
        }

        boolean online() {
            return kind.equals("VIRTUAL_CLASSROOM");
        }

        private static Component of(String text) {
            String[] parts = text.split(":", 3);
            boolean optional = parts[0].startsWith("?");
            return new Component(
                    optional ? parts[0].substring(1) : parts[0], !optional, new BigDecimal(parts[1]), parts[2]);
        }
    }

    static List<DemoCourse> all() {
        return DemoResource.table("courses.csv").stream().map(DemoCourse::of).toList();
    }

    private static DemoCourse of(NamedCsvRecord row) {
        return new DemoCourse(
                row.getField("course_code"),
                row.getField("partnership_code"),
                row.getField("title"),
                Stream.of(row.getField("components").split("\\|"))
                        .map(Component::of)
                        .toList());
    }

    /// Of the required components.
    BigDecimal hours() {
        return components.stream()
                .filter(Component::required)
                .map(Component::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether a mentor of this partnership may follow it: his own sector's, or the general one.
    boolean suits(String mentorPartnership) {
        return partnership.equals(mentorPartnership) || partnership.equals("flemish_partnership");
    }

    void write(DemoTables tables) {
        tables.add(DemoFile.COURSES, code, partnership, title, hours());
        for (int i = 0; i < components.size(); i++) {
            Component part = components.get(i);
            tables.add(
                    DemoFile.COURSE_COMPONENTS, code, i + 1, part.kind(), part.required(), part.hours(), part.title());
        }
    }
}
