package be.leermeester.portal.report;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A chart drawn as SVG: horizontal bars, each with its value beside it, told apart by pattern as well as by colour.
/// It stands on its own as a file; inside a page the classes give it the page's colours.
final class ChartSvg {

    /// Where things stand: the names beside the bars where there is room, above them on a phone.
    ///
    /// @param label how wide the names are; 0 puts them above
    /// @param mark what tells the patterns of two charts on one page apart
    private record Shape(int width, int label, int value, String mark) {}

    private static final Shape WIDE = new Shape(720, 280, 70, "p");
    private static final Shape NARROW = new Shape(343, 0, 60, "n");
    private static final int BAR = 20;
    private static final int GAP = 12;
    private static final int LINE = 19;
    private static final int LINE_LENGTH = 32;
    private static final String[] COLOURS = {"#0f5c4d", "#1b5fa8", "#7a4f00", "#a3231c", "#4c5862", "#54319f"};

    private final ReportChart chart;
    private final Shape shape;
    private final StringBuilder svg = new StringBuilder();
    private int y;

    private ChartSvg(ReportChart chart, Shape shape) {
        this.chart = chart;
        this.shape = shape;
    }

    /// As a file of its own.
    static String draw(ReportChart chart) {
        return new ChartSvg(chart, WIDE).drawn();
    }

    /// For a page: twice, and the style sheet shows the one that fits the screen.
    static String drawForPage(ReportChart chart) {
        return new ChartSvg(chart, WIDE).drawn().replaceFirst("class=\"chart\"", "class=\"chart chart--wide\"")
                + new ChartSvg(chart, NARROW).drawn().replaceFirst("class=\"chart\"", "class=\"chart chart--narrow\"");
    }

    private String drawn() {
        int bars = Math.max(1, chart.series().size());
        int legend = chart.series().size() * 26;
        int height = 16
                + legend
                + chart.groups().stream()
                        .mapToInt(group -> GAP + tall(bars, lines(group.name()).size()))
                        .sum();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 %d %d" role="img" \
                font-family="system-ui, sans-serif" font-size="15">
                <title>%s</title>
                <defs>
                """.formatted(shape.width(), height, text(chart.title())));
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

    private int tall(int bars, int lines) {
        int names = lines * LINE + (shape.label() == 0 ? 4 : 0);
        return shape.label() == 0 ? names + bars * (BAR + 2) : Math.max(bars * (BAR + 2), names);
    }

    private void group(ReportChart.Group group) {
        List<String> name = lines(group.name());
        int bars = group.bars().size() * (BAR + 2);
        int tall = tall(group.bars().size(), name.size());
        if (shape.label() == 0) {
            above(group, name);
        } else {
            beside(group, name, bars, tall);
        }
    }

    private void above(ReportChart.Group group, List<String> name) {
        for (String line : name) {
            words(0, y + 15, "start", line);
            y += LINE;
        }
        y += 4;
        bars(group);
        y += GAP;
    }

    private void beside(ReportChart.Group group, List<String> name, int bars, int tall) {
        for (int line = 0; line < name.size(); line++) {
            words(shape.label() - 10, y + (tall - name.size() * LINE) / 2 + line * LINE + 15, "end", name.get(line));
        }
        int top = y;
        y += (tall - bars) / 2;
        bars(group);
        y = top + tall + GAP;
    }

    private void bars(ReportChart.Group group) {
        for (int series = 0; series < group.bars().size(); series++) {
            bar(group.bars().get(series), series);
            y += BAR + 2;
        }
    }

    private void bar(ReportChart.@Nullable Bar bar, int series) {
        if (bar == null) {
            return;
        }
        long largest = Math.max(1, chart.largest());
        int wide = (int) Math.round((double) bar.value() / largest * (shape.width() - shape.label() - shape.value()));
        if (bar.value() > 0) {
            rect(shape.label(), y, Math.max(2, wide), BAR, series);
        }
        words(shape.label() + wide + 8, y + 15, "start", bar.label());
    }

    private void rect(int x, int top, int wide, int tall, int series) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#%s%d)\" stroke=\"currentColor\" color=\"%s\" class=\"bar-%d\"/>%n",
                x,
                top,
                wide,
                tall,
                shape.mark(),
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
                "<pattern id=\"%s%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" color=\"%s\" class=\"bar-%d\">%s</pattern>%n",
                shape.mark(),
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
