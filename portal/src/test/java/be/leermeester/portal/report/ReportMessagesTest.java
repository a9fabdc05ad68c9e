package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReportMessagesTest {

    private static final Names NAMES =
            new Names(List.of("construction"), List.of("vp_other"), Map.of("construction", "Bouw"), List.of());

    @Test
    void every_report_and_every_code_has_words_in_every_language() {
        Messages messages = Messages.load();
        TreeSet<String> missing = new TreeSet<>();
        for (Locale language : Messages.LANGUAGES) {
            Catalogue.ALL.forEach(report -> keys(report).stream()
                    .filter(key -> !messages.has(language, key))
                    .forEach(missing::add));
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> keys(Report report) {
        TreeSet<String> keys = new TreeSet<>();
        keys.add("report." + report.id() + ".title");
        keys.add("report." + report.id() + ".definition");
        keys.add("report.theme." + report.theme());
        report.layout().rows().forEach(column -> keys.add("report.column." + column));
        Question question = new Question(LocalDate.of(2021, 9, 2), new SchoolYear(2020), null);
        for (Dimension dimension : report.dimensions()) {
            if (!dimension.column().equals("metric_code")) {
                report.measures().forEach(measure -> keys.add("report.measure." + measure.code()));
            }
            for (Member member : dimension.members().of(question, NAMES)) {
                boolean named = NAMES.words().containsKey(member.code())
                        || List.of("flemish_partnership", "vp_other").contains(member.code());
                if (!named && !Character.isDigit(member.code().charAt(0))) {
                    keys.add("report.code." + dimension.column() + "." + member.code());
                }
            }
        }
        return keys;
    }
}
