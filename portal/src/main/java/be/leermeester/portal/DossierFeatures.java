package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.dossier.DossierPages;
import be.leermeester.portal.dossier.DossierPanel;
import java.util.List;

/// Everything that makes and changes recognition dossiers, wired by hand.
final class DossierFeatures {

    private DossierFeatures() {}

    static List<Feature> of(Tools tools) {
        List<DossierPanel> panels = List.of();
        return List.of(new DossierPages(tools.db(), panels));
    }
}
