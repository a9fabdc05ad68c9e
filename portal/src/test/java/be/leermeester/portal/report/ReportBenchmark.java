package be.leermeester.portal.report;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints how long each report takes on the Flemish data over one connection: the median of five, after one that warms
/// up. The aim is 300 ms each.
@Tag("benchmark")
class ReportBenchmark {

    private static final int TIMES = 5;

    @Test
    void print_the_times_of_all_reports() {
        try (FlandersData flanders = FlandersData.load()) {
            long all = 0;
            for (Report report : Catalogue.ALL) {
                long median = median(flanders, report);
                all += median;
                System.out.printf("%-60s %5d ms%n", report.id(), median / 1_000_000);
            }
            System.out.printf("%-60s %5d ms%n", "together", all / 1_000_000);
        }
    }

    private static long median(FlandersData flanders, Report report) {
        LocalDate at = LocalDate.of(2021, 9, 2);
        flanders.ask(report.id(), at);
        long[] times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            flanders.ask(report.id(), at);
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }
}
