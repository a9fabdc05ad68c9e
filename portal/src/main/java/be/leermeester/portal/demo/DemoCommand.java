package be.leermeester.portal.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;

/// `demo DIR`: writes the demo's exchange folder, to look at or to import elsewhere.
public final class DemoCommand {

    private DemoCommand() {}

    /// Answers the exit status: 0 when written, 1 when the folder could not be written.
    public static int run(Path folder, LocalDate today, PrintStream out) {
        try {
            GenerateDemo.into(folder, today, GenerateDemo.SEED);
            out.println("The demo as of " + today + " is in " + folder.toAbsolutePath());
            return 0;
        } catch (IOException e) {
            out.println("The demo could not be written to " + folder.toAbsolutePath() + ": " + e.getMessage());
            return 1;
        }
    }
}
