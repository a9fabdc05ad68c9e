package be.leermeester.portal.report;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A chart drawn as SVG: horizontal bars, each with its value beside it, told apart by pattern as well as by colour.
/// It stands on its own as a file; inside a page the classes give it the page's colours.
final class ChartSvg {

    private static final int WIDTH = 720;
    private static final int LABEL = 280;
    private static final int VALUE = 70;
    private static final int BAR = 20;
    private static final int GAP = 12;
    private static final int LINE = 19;
    private static final int LINE_LENGTH = 32;
    private static final String[] COLOURS = {"#0f5c4d", "#1b5fa8", "#7a4f00", "#a3231c", "#4c5862", "#54319f"};

    private final ReportChart chart;
    private final StringBuilder svg = new StringBuilder();
    private int y;

    private ChartSvg(ReportChart chart) {
        this.chart = chart;
    }

    static String draw(ReportChart chart) {
        return new ChartSvg(chart).drawn();
    }

    private String drawn() {
        int bars = Math.max(1, chart.series().size());
        int legend = chart.series().size() * 26;
        int height = 16
                + legend
                + chart.groups().stream()
                        .mapToInt(group -> GAP
                                + Math.max(bars * (BAR + 2), lines(group.name()).size() * LINE))
                        .sum();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 %d %d" role="img" \
                font-family="system-ui, sans-serif" font-size="15">
                <title>%s</title>
                <defs>
                """.formatted(WIDTH, height, text(chart.title())));
        for (int series = 0; series < bars; series++) {
            pattern(series);
        }
        svg.append("</defs>\n");
        y = 8;
        for (int series = 0; series < chart.series().size(); series++) {
            rect(0, y, 32, 18, series);
            words(42, y + 14, "start", chart.series().get(series));
            y += 26;
        }
        y += 4;
        chart.groups().forEach(this::group);
        return svg.append("</svg>\n").toString();
    }

    private void group(ReportChart.Group group) {
        List<String> name = lines(group.name());
        int bars = group.bars().size() * (BAR + 2);
        int tall = Math.max(bars, name.size() * LINE);
        for (int line = 0; line < name.size(); line++) {
            words(LABEL - 10, y + (tall - name.size() * LINE) / 2 + line * LINE + 15, "end", name.get(line));
        }
        int top = y;
        y += (tall - bars) / 2;
        for (int series = 0; series < group.bars().size(); series++) {
            bar(group.bars().get(series), series);
            y += BAR + 2;
        }
        y = top + tall + GAP;
    }

    private void bar(ReportChart.@Nullable Bar bar, int series) {
        if (bar == null) {
            return;
        }
        long largest = Math.max(1, chart.largest());
        int wide = (int) Math.round((double) bar.value() / largest * (WIDTH - LABEL - VALUE));
        if (bar.value() > 0) {
            rect(LABEL, y, Math.max(2, wide), BAR, series);
        }
        words(LABEL + wide + 8, y + 15, "start", bar.label());
    }

    private void rect(int x, int top, int wide, int tall, int series) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#p%d)\" stroke=\"currentColor\" color=\"%s\" class=\"bar-%d\"/>%n",
                x,
                top,
                wide,
                tall,
                series,
                colour(series),
                series % COLOURS.length));
    }

    private void words(int x, int baseline, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                x,
                baseline,
                anchor,
                text(words)));
    }

    /// Full, diagonal, dotted, upright, crossed, level: in that order.
    private void pattern(int series) {
        String marks = switch (series % 6) {
            case 0 -> "<rect width=\"8\" height=\"8\" fill=\"currentColor\"/>";
            case 1 -> "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"currentColor\" stroke-width=\"2.5\"/>";
            case 2 -> "<circle cx=\"4\" cy=\"4\" r=\"2\" fill=\"currentColor\"/>";
            case 3 -> "<path d=\"M2 0v8M6 0v8\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
            case 4 -> "<path d=\"M0 0l8 8M8 0l-8 8\" stroke=\"currentColor\" stroke-width=\"1\"/>";
            default -> "<path d=\"M0 4h8\" stroke=\"currentColor\" stroke-width=\"2\"/>";
        };
        svg.append(String.format(
                Locale.ROOT,
                "<pattern id=\"p%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" color=\"%s\" class=\"bar-%d\">%s</pattern>%n",
                series,
                colour(series),
                series % COLOURS.length,
                marks));
    }

    private static String colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    /// What fits beside the bars in two lines; the table has the whole name.
    private static List<String> lines(String name) {
        if (name.length() <= LINE_LENGTH) {
            return List.of(name);
        }
        int space = name.lastIndexOf(' ', LINE_LENGTH);
        int end = space > 0 ? space : LINE_LENGTH;
        String rest = name.substring(end).strip();
        return List.of(
                name.substring(0, end),
                rest.length() <= LINE_LENGTH
                        ? rest
                        : rest.substring(0, LINE_LENGTH - 1).strip() + "…");
    }

    private static String text(String words) {
        return Handlebars.Utils.escapeExpression(words).toString();
    }
}
