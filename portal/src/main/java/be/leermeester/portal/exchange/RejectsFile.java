package be.leermeester.portal.exchange;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.exchange.load.Reject;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// `rejects.csv`: the rows that were not taken, in plain Dutch. People open it in a spreadsheet, so what a program
/// there would run as a formula is written as text.
final class RejectsFile {

    static final List<String> HEADER = List.of("file", "line", "column", "value", "reason");

    private static final Messages MESSAGES = Messages.load();

    private RejectsFile() {}

    static String text(List<Reject> rejects) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            for (Reject reject : rejects) {
                csv.writeRecord(
                        reject.file(),
                        Integer.toString(reject.line()),
                        reject.flaw().column(),
                        harmless(reject.value()),
                        reason(reject, Messages.DUTCH));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    static String reason(Reject reject, Locale language) {
        return MESSAGES.say(
                language,
                reject.flaw().reason().key(),
                reject.flaw().arguments().toArray());
    }

    /// The file is there whole or not at all.
    static void write(Path path, List<Reject> rejects) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        Path aside = Files.createTempFile(folder, "rejects", ".part");
        try {
            Files.writeString(aside, text(rejects));
            Files.move(aside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String harmless(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula && !value.matches("[-+][0-9.]+") ? "'" + value : value;
    }
}
