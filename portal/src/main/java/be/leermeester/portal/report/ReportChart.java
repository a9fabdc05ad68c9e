package be.leermeester.portal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chart shows: groups of bars, each bar with its own label.
///
/// @param title the message
/// @param series the name of each bar of a group, empty for single bars
record ReportChart(String title, List<String> series, List<Group> groups) {

    /// @param bars one per series; null where there is no such figure
    record Group(String name, List<@Nullable Bar> bars) {}

    /// @param label the value with its unit
    record Bar(long value, String label) {}

    ReportChart {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
    }

    static ReportChart of(Answer answer, ReportWords words) {
        Layout.Chart chart = answer.report().layout().chart();
        String splitBy = chart.series();
        List<Observation> shown = shown(answer, chart);
        List<String> series = splitBy == null
                ? List.of("")
                : shown.stream().map(each -> each.code(splitBy)).distinct().toList();
        Map<String, Map<String, Bar>> groups = new LinkedHashMap<>();
        for (Observation each : shown) {
            groups.computeIfAbsent(each.code(chart.categories()), _ -> new LinkedHashMap<>())
                    .put(splitBy == null ? "" : each.code(splitBy), new Bar(each.value(), words.value(each)));
        }
        return new ReportChart(
                words.headline(answer.report().layout().headline().of(answer)),
                splitBy == null
                        ? List.of()
                        : series.stream().map(code -> words.code(splitBy, code)).toList(),
                groups.entrySet().stream()
                        .map(group -> new Group(
                                words.code(chart.categories(), group.getKey()), bars(series, group.getValue())))
                        .toList());
    }

    /// Partnerships in order of the figure where each has one bar, years beside each other only the last two,
    /// everything
    /// else as in the table.
    private static List<Observation> shown(Answer answer, Layout.Chart chart) {
        List<Observation> shown =
                answer.observations().stream().filter(chart.shown()).toList();
        if (chart.series() == null && chart.categories().equals("partnership_code")) {
            return shown.stream()
                    .sorted(Comparator.comparingLong(Observation::value).reversed())
                    .toList();
        }
        if ("school_year".equals(chart.series())) {
            String previous = answer.question().period().previous().code();
            return shown.stream()
                    .filter(each -> each.code("school_year").compareTo(previous) >= 0)
                    .toList();
        }
        return shown;
    }

    long largest() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToLong(bar -> bar == null ? 0 : bar.value())
                .max()
                .orElse(0);
    }

    private static List<@Nullable Bar> bars(List<String> series, Map<String, Bar> bars) {
        List<@Nullable Bar> each = new ArrayList<>();
        series.forEach(code -> each.add(bars.get(code)));
        return each;
    }
}
