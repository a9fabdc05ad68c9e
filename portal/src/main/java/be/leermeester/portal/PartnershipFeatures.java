package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.advice.AdviceFeatures;
import be.leermeester.portal.advice.AdvicePanel;
import be.leermeester.portal.competence.CompetencePages;
import be.leermeester.portal.competence.CompetencePanel;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.exclusion.ExclusionFeatures;
import be.leermeester.portal.visit.VisitPages;
import java.util.ArrayList;
import java.util.List;

/// What partnerships do with each other and with their members, wired by hand.
final class PartnershipFeatures {

    private PartnershipFeatures() {}

    static List<DossierPanel> panels(Tools tools) {
        return List.of(new AdvicePanel(tools.db()), new CompetencePanel(tools.db()));
    }

    static List<Feature> of(Tools tools) {
        List<Feature> features = new ArrayList<>(AdviceFeatures.of(
                tools.db(),
                tools.changeStatus(),
                tools.post(),
                tools.messages(),
                tools.outbox(),
                tools.ids(),
                tools.time()));
        features.add(ExclusionFeatures.of(
                tools.db(),
                tools.changeStatus(),
                tools.post(),
                tools.messages(),
                tools.outbox(),
                tools.ids(),
                tools.time()));
        features.add(new CompetencePages(tools.db(), tools.changeStatus(), tools.outbox(), tools.ids(), tools.time()));
        features.add(new VisitPages(tools.db(), tools.outbox()));
        return List.copyOf(features);
    }
}
