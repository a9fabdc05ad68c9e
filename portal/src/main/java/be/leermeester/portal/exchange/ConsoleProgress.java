package be.leermeester.portal.exchange;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.exchange.load.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line that moves on a terminal, a line per file elsewhere.
final class ConsoleProgress implements Progress {

    private final PrintStream out;
    private final Messages messages;
    private final Locale language;
    private final boolean terminal = onTerminal(System.console());
    private String last = "";
    private long percent;

    ConsoleProgress(PrintStream out, Messages messages, Locale language) {
        this.out = out;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public void at(Step step, String file, long done, long total) {
        String what = (messages.say(language, "import.step." + step) + " " + file).strip();
        percent = total == 0 ? percent : 100 * done / total;
        if (terminal) {
            out.printf("\r%3d%% %-50s", percent, what);
            out.flush();
        } else if (!what.equals(last)) {
            out.printf("%3d%% %s%n", percent, what);
        }
        last = what;
    }

    private static boolean onTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }
}
