package be.leermeester.portal.report;

import be.leermeester.kernel.Visit;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A report in the visitor's words: titles, codes and numbers.
///
/// @param names partnerships and sectors go by their own names
record ReportWords(Visit visit, Names names) {

    String title(Report report) {
        return visit.say("report." + report.id() + ".title");
    }

    String definition(Report report) {
        return visit.say("report." + report.id() + ".definition");
    }

    /// The name of a code; the code itself where it is its own name (school years) or has none.
    String code(String column, String code) {
        if (column.equals("partnership_code")) {
            return names.word(code).orElseGet(() -> said(column, code));
        }
        return code.isEmpty() || (Character.isDigit(code.charAt(0)) && !column.equals("numeral"))
                ? code
                : said(column, code);
    }

    String measure(String measure) {
        return measure.isEmpty() ? visit.say("report.value") : visit.say("report.measure." + measure);
    }

    String column(String column) {
        return visit.say("report.column." + column);
    }

    /// The heading of a column with figures; the measure is named where there are several.
    String heading(Report report, Grid grid, Grid.Heading heading) {
        boolean several =
                grid.headings().stream().map(Grid.Heading::measure).distinct().count() > 1;
        List<String> columns = report.layout().columns();
        Stream<String> codes = IntStream.range(0, columns.size())
                .mapToObj(i -> code(columns.get(i), heading.codes().get(i)));
        Stream<String> measure = several || columns.isEmpty() ? Stream.of(measure(heading.measure())) : Stream.empty();
        return String.join(", ", Stream.concat(codes, measure).toList());
    }

    /// With the unit: `1.234`, `53%`.
    String value(Observation each) {
        String number = NumberFormat.getInstance(visit.language()).format(each.value());
        return each.unit() == Measure.Unit.PERCENT ? number + "%" : number;
    }

    String headline(Layout.Sentence sentence) {
        Object[] arguments = sentence.arguments().stream()
                .map(argument ->
                        argument instanceof Layout.Word(String column, String code) ? code(column, code) : argument)
                .toArray();
        return visit.say(sentence.key(), arguments);
    }

    /// What was asked, in lines: reference date, period, partnership.
    List<String> asked(Question question) {
        String at = DateTimeFormatter.ofPattern("d MMMM yyyy", visit.language()).format(question.at());
        String partnership = question.partnership();
        return List.of(
                visit.say("report.asked.at", at),
                visit.say(
                        question.unfinished() ? "report.asked.period-unfinished" : "report.asked.period",
                        question.period().code()),
                partnership == null
                        ? visit.say("report.asked.all")
                        : visit.say("report.asked.partnership", code("partnership_code", partnership)));
    }

    private String said(String column, String code) {
        return visit.say("report.code." + column + "." + code);
    }
}
