package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The definition of one table. Its words stand in the message bundle `report`: `report.<id>.title`, `.definition`,
/// and `report.code.<column>.<code>` for every code.
///
/// @param id as in the published list of tables, also the address
/// @param dimensions how the counts are split; the published table has one row per combination and measure
/// @param measures what is counted, in order
/// @param counting the query
/// @param layout how people read it
record Report(
        String id, Theme theme, List<Dimension> dimensions, List<Measure> measures, Counting counting, Layout layout) {

    /// The groups of the list of reports, in order.
    enum Theme {
        RECOGNITIONS,
        MENTORS,
        AGREEMENTS,
        CONTACTS,
        APPEALS
    }

    /// Counts as of the question's reference date.
    @FunctionalInterface
    interface Counting {
        Future<RowSet<Row>> count(SqlClient reads, Question question);
    }

    Report {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }

    Future<Answer> ask(SqlClient reads, Question question, Names names) {
        List<String> columns = dimensions.stream().map(Dimension::column).toList();
        return counting.count(reads, question).map(rows -> answer(question, names, Cells.read(rows, columns)));
    }

    private Answer answer(Question question, Names names, Cells cells) {
        List<List<Member>> members = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            members.add(dimension.members().of(question, names).stream()
                    .filter(member -> !member.onlyIfCounted() || cells.any(dimension.column(), member.code()))
                    .toList());
        }
        List<Observation> observations = new ArrayList<>();
        combine(members, 0, new ArrayList<>(), combination -> observe(combination, cells, observations));
        return new Answer(this, question, observations);
    }

    private static void combine(
            List<List<Member>> members, int from, List<Member> chosen, java.util.function.Consumer<List<Member>> each) {
        if (from == members.size()) {
            each.accept(chosen);
            return;
        }
        for (Member member : members.get(from)) {
            chosen.add(member);
            combine(members, from + 1, chosen, each);
            chosen.removeLast();
        }
    }

    private void observe(List<Member> combination, Cells cells, List<Observation> into) {
        Map<String, String> codes = new LinkedHashMap<>();
        RowType rowType = RowType.DATA;
        for (int i = 0; i < combination.size(); i++) {
            Member member = combination.get(i);
            String column = dimensions.get(i).column();
            codes.put(column, member.code());
            codes.putAll(member.also());
            if (rowType == RowType.DATA && layout.rows().contains(column)) {
                rowType = member.rowType();
            }
        }
        for (Measure measure : measures) {
            Long value = measure.value().of(cells, codes);
            if (value != null) {
                // Where each row is a figure of its own, its name is the measure.
                String name = codes.getOrDefault("metric_code", measure.code());
                into.add(new Observation(rowType, codes, name, measure.unit(), value));
            }
        }
    }
}
