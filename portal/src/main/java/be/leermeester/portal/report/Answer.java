package be.leermeester.portal.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A report's figures for one question.
record Answer(Report report, Question question, List<Observation> observations) {

    Answer {
        observations = List.copyOf(observations);
    }

    /// The code columns, in the order of the file.
    List<String> columns() {
        return observations.stream()
                .map(Observation::codes)
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /// The codes of a column that occur, in the order in which they are shown.
    List<String> codes(String column) {
        return observations.stream().map(each -> each.code(column)).distinct().toList();
    }

    /// One figure, 0 where there is none: `value("n_mentors", "status_code", "followed_all", ...)`.
    long value(String measure, String... columnsAndCodes) {
        return observations.stream()
                .filter(each -> each.measure().equals(measure))
                .filter(each -> IntStream.range(0, columnsAndCodes.length / 2)
                        .allMatch(i -> each.code(columnsAndCodes[2 * i]).equals(columnsAndCodes[2 * i + 1])))
                .mapToLong(Observation::value)
                .findFirst()
                .orElse(0);
    }
}
