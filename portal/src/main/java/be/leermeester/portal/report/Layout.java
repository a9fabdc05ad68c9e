package be.leermeester.portal.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How people read a report: which code columns go down, which go across (the measures go across last), and the chart.
record Layout(List<String> rows, List<String> columns, Chart chart, Headline headline) {

    /// Horizontal bars of one measure.
    ///
    /// @param categories the code column with one group of bars per code
    /// @param series the code column with one bar per code inside each group, null for single bars
    /// @param shown which figures are drawn
    record Chart(String categories, @Nullable String series, Predicate<Observation> shown) {

        /// Of one measure.
        static Chart of(String categories, @Nullable String series, String measure) {
            return new Chart(categories, series, each -> each.measure().equals(measure));
        }

        /// Only where the code of a column is one of these.
        Chart only(String column, String... codes) {
            List<String> wanted = Arrays.asList(codes);
            return new Chart(categories, series, shown.and(each -> wanted.contains(each.code(column))));
        }

        /// Only where it is none of these.
        Chart without(String column, String... codes) {
            List<String> unwanted = Arrays.asList(codes);
            return new Chart(categories, series, shown.and(each -> !unwanted.contains(each.code(column))));
        }
    }

    /// The one thing that the figures say, as a message key and its arguments.
    @FunctionalInterface
    interface Headline {
        Sentence of(Answer answer);
    }

    /// @param arguments numbers, texts, or a [Word]
    record Sentence(String key, List<Object> arguments) {
        static Sentence of(String key, Object... arguments) {
            return new Sentence(key, List.of(arguments));
        }
    }

    /// A code that is said in the reader's words.
    record Word(String column, String code) {}

    Layout {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }
}
