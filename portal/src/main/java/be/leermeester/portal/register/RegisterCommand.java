package be.leermeester.portal.register;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.exchange.source.UnusableSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `import-kbo DIR|ZIP` on the command line.
public final class RegisterCommand {

    private static final int DONE = 0;
    private static final int UNUSABLE = 2;

    private final TakeRegister register;
    private final Messages messages;
    private final Locale language;
    private final PrintStream out;
    private final PrintStream err;

    public RegisterCommand(TakeRegister register, Messages messages, PrintStream out, PrintStream err) {
        this.register = register;
        this.messages = messages;
        this.language = Messages.language(Locale.getDefault().getLanguage());
        this.out = out;
        this.err = err;
    }

    /// Answers the exit code.
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            err.println(say("register.usage"));
            return UNUSABLE;
        }
        try {
            TakeRegister.Result result = register.take(Path.of(arguments.getFirst()), "import-kbo");
            if (result.again()) {
                out.println(say("register.again", String.valueOf(result.number())));
            } else {
                out.println(say("register.done", String.valueOf(result.number())));
                result.summary()
                        .forEach(entry -> out.printf(
                                "%-45s %9d%n",
                                say("register.count." + entry.getKey()),
                                result.summary().getLong(entry.getKey())));
            }
            return DONE;
        } catch (UnusableSource unusable) {
            err.println(say(unusable.key(), unusable.arguments().toArray()));
            return UNUSABLE;
        } catch (IOException unreadable) {
            err.println(say("register.problem.unreadable"));
            return UNUSABLE;
        }
    }

    private String say(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
