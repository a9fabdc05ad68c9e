package be.leermeester.portal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One choice of a filter.
///
/// @param label as people read it
public record Option(String value, String label, boolean selected) {

    /// All choices by value, after one that stands for "all".
    public static List<Option> of(String all, Map<String, String> labels, String selected) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", all, selected.isEmpty()));
        labels.forEach((value, label) -> options.add(new Option(value, label, value.equals(selected))));
        return options;
    }
}
