package be.leermeester.portal.exchange.load;

/// How far an import is. Called often, from the thread that imports; must be quick.
@FunctionalInterface
public interface Progress {

    enum Step {
        SURVEY,
        READ,
        CHECK,
        LOAD,
        FOLLOW_UP
    }

    /// @param file the one at hand, "" where it is none in particular
    /// @param done rows read and rows loaded together
    /// @param total what `done` will be at the end, estimated from the lines of the files
    void at(Step step, String file, long done, long total);
}
