package be.leermeester.portal.exchange;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.exchange.load.Load;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// `import DIR|ZIP [--dry-run] [--as-of DATE] [--rejects FILE]` on the command line.
public final class ImportCommand {

    /// Everything was taken.
    public static final int ALL_TAKEN = 0;

    /// Imported, apart from the rows in the list of rejects.
    public static final int SOME_REJECTED = 1;

    /// Nothing was imported.
    public static final int UNUSABLE = 2;

    private final RunImport runImport;
    private final Messages messages;
    private final Locale language;
    private final PrintStream out;
    private final PrintStream err;

    public ImportCommand(RunImport runImport, Messages messages, PrintStream out, PrintStream err) {
        this.runImport = runImport;
        this.messages = messages;
        this.language = Messages.language(Locale.getDefault().getLanguage());
        this.out = out;
        this.err = err;
    }

    /// Answers the exit code.
    public int run(List<String> arguments) {
        ImportArguments asked;
        try {
            asked = ImportArguments.of(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(say(String.valueOf(wrong.getMessage())));
            err.println(say("import.usage"));
            return UNUSABLE;
        }
        ConsoleProgress progress = new ConsoleProgress(out, messages, language);
        try {
            String name = String.valueOf(asked.source().getFileName());
            RunImport.Result result = runImport.run(
                    asked.source(), runImport.options(name, asked.dryRun(), asked.asOf(), "import"), progress);
            progress.end();
            RejectsFile.write(asked.rejects(), result.outcome().rejects());
            summarise(result, asked);
            return result.outcome().rejects().isEmpty() ? ALL_TAKEN : SOME_REJECTED;
        } catch (ImportFailed failure) {
            progress.end();
            err.println(say(failure.key(), failure.arguments().toArray()));
            err.println(say("import.nothing-imported"));
            return UNUSABLE;
        } catch (IOException unwritable) {
            err.println(say("import.rejects-unwritable", asked.rejects(), unwritable));
            return SOME_REJECTED;
        }
    }

    private void summarise(RunImport.Result result, ImportArguments asked) {
        out.printf(
                "%-26s %9s %9s %9s %9s%n",
                say("import.file"),
                say("import.read"),
                say("import.taken"),
                say("import.rejected"),
                say("import.unchanged"));
        for (Load.Counts each : result.outcome().files()) {
            out.printf(
                    "%-26s %9d %9d %9d %9d%n",
                    each.file(), each.read(), each.taken(), each.rejected(), each.unchanged());
        }
        result.outcome().unknownFiles().forEach(file -> out.println(say("import.unknown-file", file)));
        result.outcome().unknownColumns().forEach(column -> out.println(say("import.unknown-column", column)));
        int rejects = result.outcome().rejects().size();
        out.println(rejects == 0 ? say("import.no-rejects") : say("import.rejects-in", rejects, asked.rejects()));
        if (result.stateDate() != null) {
            out.println(say("import.state-date", result.stateDate().toString()));
        }
        out.println(say(asked.dryRun() ? "import.dry-run-done" : "import.done", result.seconds()));
    }

    private String say(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
