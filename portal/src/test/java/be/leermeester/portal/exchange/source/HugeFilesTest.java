package be.leermeester.portal.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HugeFilesTest {

    @Test
    void a_line_of_two_gigabytes_stops_after_a_few_megabytes() {
        Endless line = new Endless();
        UnusableSource failure = catchThrowableOfType(UnusableSource.class, () -> Survey.lines("companies.csv", line));
        assertThat(failure.key()).isEqualTo("import.failed.line-length");
        assertThat(failure.arguments()).startsWith("companies.csv", 1L);
        assertThat(line.given).isLessThan(10 << 20);
    }

    @Test
    void a_field_of_many_lines_that_never_ends_stops_at_its_bound() {
        EndlessLines lines = new EndlessLines();
        UnusableSource failure = catchThrowableOfType(UnusableSource.class, () -> {
            try (CsvFile file = CsvFile.of("companies.csv", lines)) {
                file.next();
            }
        });
        assertThat(failure.key()).isEqualTo("import.failed.csv");
        assertThat(lines.given).isLessThan(3 << 20);
    }

    @Test
    void lines_are_counted_with_and_without_a_last_line_end() throws Exception {
        assertThat(Survey.lines("x", bytes("a\nb\nc\n"))).isEqualTo(3);
        assertThat(Survey.lines("x", bytes("a\nb\nc"))).isEqualTo(3);
        assertThat(Survey.lines("x", bytes(""))).isZero();
    }

    @Test
    void a_character_cut_off_at_the_end_is_no_utf_8() {
        byte[] cut = Arrays.copyOf("a\né".getBytes(StandardCharsets.UTF_8), 3);
        UnusableSource failure =
                catchThrowableOfType(UnusableSource.class, () -> Survey.lines("x", new ByteArrayInputStream(cut)));
        assertThat(failure.arguments()).containsExactly("x", 2L);
    }

    @Test
    void characters_that_lie_across_two_reads_are_whole() throws Exception {
        String text = "é€😀".repeat(100_000) + "\n";
        assertThat(Survey.lines("x", bytes(text))).isEqualTo(1);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            given += length;
            return given > 2L << 30 ? -1 : length;
        }
    }

    private static final class EndlessLines extends Reader {
        private long given;

        @Override
        public int read(char[] chars, int from, int length) {
            Arrays.fill(chars, from, from + length, '\n');
            if (given == 0) {
                chars[from] = '"';
            }
            given += length;
            return given > 2L << 30 ? -1 : length;
        }

        @Override
        public void close() {}
    }
}
