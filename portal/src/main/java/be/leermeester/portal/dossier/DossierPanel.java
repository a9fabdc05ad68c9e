package be.leermeester.portal.dossier;

import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// A part of the page of a dossier that another feature adds: what this visitor sees and can do there. Panels stand
/// below the status, in the order in which the portal is wired.
public interface DossierPanel {

    /// The template, which finds what [#of] gives as `model`, and the page's own model besides.
    String template();

    /// Called for whoever sees the dossier at all; null where there is nothing for this visitor. Runs on the event
    /// loop.
    Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier);

    /// @param template as [DossierPanel#template]
    /// @param model what the template shows
    record Filled(String template, Object model) {}
}
