package be.leermeester.kernel;

import java.util.List;

/// A part of the portal, wired by hand in its constructor: what it serves and what it does in the background.
public interface Feature {

    /// Adds its routes.
    void mount(Routes routes);

    default List<Subscriber> subscribers() {
        return List.of();
    }

    default List<Job> jobs() {
        return List.of();
    }
}
