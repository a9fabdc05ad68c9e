package be.leermeester.portal.exchange;

import be.leermeester.kernel.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// `export DIR` on the command line.
public final class ExportCommand {

    private final ExportFolder exportFolder;
    private final Messages messages;
    private final Locale language = Messages.language(Locale.getDefault().getLanguage());
    private final PrintStream out;
    private final PrintStream err;

    public ExportCommand(ExportFolder exportFolder, Messages messages, PrintStream out, PrintStream err) {
        this.exportFolder = exportFolder;
        this.messages = messages;
        this.out = out;
        this.err = err;
    }

    /// Answers the exit code: 0, or 2 where nothing usable was written.
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            err.println(say("import.export-usage"));
            return ImportCommand.UNUSABLE;
        }
        Path folder = Path.of(arguments.getFirst());
        try {
            exportFolder.write(folder).forEach((file, rows) -> out.printf("%-26s %9d%n", file, rows));
            out.println(say("import.exported", folder));
            return ImportCommand.ALL_TAKEN;
        } catch (IOException | SQLException failure) {
            err.println(say("import.failed.unreadable", folder, String.valueOf(failure.getMessage())));
            return ImportCommand.UNUSABLE;
        }
    }

    private String say(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
