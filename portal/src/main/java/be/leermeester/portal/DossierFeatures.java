package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.application.ApplicationFeatures;
import be.leermeester.portal.dossier.DossierPages;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.followup.FollowUps;
import be.leermeester.portal.lapse.LapseFeatures;
import be.leermeester.portal.mandate.MandateFeatures;
import be.leermeester.portal.treatment.TreatmentFeatures;
import java.util.ArrayList;
import java.util.List;

/// Everything that makes and changes recognition dossiers, wired by hand.
final class DossierFeatures {

    private DossierFeatures() {}

    static List<Feature> of(Tools tools) {
        TreatmentFeatures treatment = new TreatmentFeatures(
                new TreatmentFeatures.Ground(
                        tools.db(),
                        tools.outbox(),
                        tools.ids(),
                        tools.time(),
                        tools.vault(),
                        tools.messages(),
                        tools.files()),
                tools.changeStatus(),
                tools.post());
        ApplicationFeatures application = application(tools);
        List<DossierPanel> panels = new ArrayList<>();
        panels.addAll(application.panels());
        panels.addAll(treatment.panels());
        panels.addAll(PartnershipFeatures.panels(tools));
        List<Feature> features = new ArrayList<>();
        features.add(new DossierPages(tools.db(), panels));
        features.addAll(application.features());
        features.addAll(treatment.features());
        features.addAll(PartnershipFeatures.of(tools));
        features.addAll(mandates(tools).all());
        features.addAll(OwnWork.of(tools));
        features.addAll(LapseFeatures.of(tools.db(), tools.changeStatus(), tools.outbox(), tools.ids(), tools.time()));
        features.addAll(FollowUps.features(tools.db(), tools.outbox(), tools.time()));
        return List.copyOf(features);
    }

    private static MandateFeatures mandates(Tools tools) {
        return new MandateFeatures(
                tools.db(), tools.files(), tools.messages(), tools.post(), tools.outbox(), tools.ids(), tools.time());
    }

    private static ApplicationFeatures application(Tools tools) {
        return new ApplicationFeatures(
                tools.db(),
                tools.outbox(),
                tools.ids(),
                tools.time(),
                tools.files(),
                tools.vault(),
                tools.changeStatus());
    }
}
