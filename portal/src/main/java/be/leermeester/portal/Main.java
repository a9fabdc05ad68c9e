package be.leermeester.portal;

import be.leermeester.kernel.Time;
import be.leermeester.portal.demo.DemoCommand;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The command line: `serve`, `config` and the commands that move data in and out.
public final class Main {

    private static final String USAGE = """
            Usage: java -jar leermeester.jar COMMAND
              serve                                   start the portal
              import DIR|ZIP [--dry-run] [--as-of DATE] [--rejects FILE]
              export DIR
              demo DIR                                write the demo data as an exchange folder
              import-kbo DIR|ZIP                      take in a set of the enterprise register
              reindex                                 build the search index anew
              config                                  show the settings, without secrets""";

    private Main() {}

    public static void main(String[] args) {
        int outcome = run(Arrays.asList(args), System.getenv());
        if (outcome >= 0) {
            System.exit(outcome);
        }
    }

    /// Answers the exit code; negative where the process goes on serving.
    static int run(List<String> arguments, Map<String, String> environment) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            Settings settings = Settings.read(environment);
            System.setProperty("logback.configurationFile", settings.demo() ? "log-plain.xml" : "log-json.xml");
            return switch (command) {
                case "serve" -> Serve.run(settings);
                case "import" -> ExchangeCommands.importing(settings, rest);
                case "import-kbo" -> KboCommand.run(settings, rest);
                case "export" -> ExchangeCommands.exporting(settings, rest);
                case "reindex" -> ExchangeCommands.reindexing(settings);
                case "config" -> config(settings);
                case "demo" -> rest.size() == 1 ? demo(rest.getFirst()) : usage();
                default -> usage();
            };
        } catch (Settings.Unusable unusable) {
            System.err.println(unusable.getMessage());
            return 2;
        }
    }

    private static int demo(String folder) {
        return DemoCommand.run(Path.of(folder), new Time(InstantSource.system()).today(), System.out);
    }

    private static int config(Settings settings) {
        settings.shown().forEach((key, value) -> System.out.println(key + "=" + value));
        return 0;
    }

    private static int usage() {
        System.err.println(USAGE);
        return 2;
    }
}
