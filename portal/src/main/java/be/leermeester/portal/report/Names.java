package be.leermeester.portal.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The partnerships and the sectors of the Flemish Partnership, in the order in which reports list them.
///
/// @param sectoral codes of the sectoral partnerships
/// @param sectors codes of the sectors of the Flemish Partnership
/// @param words the name of each, also of the Flemish Partnership
/// @param complaints codes of the partnerships that handle complaints themselves
record Names(List<String> sectoral, List<String> sectors, Map<String, String> words, List<String> complaints) {

    static final String FLEMISH = "flemish_partnership";

    Names {
        sectoral = List.copyOf(sectoral);
        sectors = List.copyOf(sectors);
        words = Map.copyOf(words);
        complaints = List.copyOf(complaints);
    }

    boolean isPartnership(String code) {
        return code.equals(FLEMISH) || sectoral.contains(code);
    }

    Optional<String> word(String code) {
        return Optional.ofNullable(words.get(code));
    }
}
