package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.learning.deadline.MentorsApi;
import be.leermeester.portal.agreement.AgreementApi;
import be.leermeester.portal.agreement.AgreementPages;
import be.leermeester.portal.company.CompanyFilePages;
import be.leermeester.portal.company.CompanyPages;
import be.leermeester.portal.dossier.RecognitionApi;
import be.leermeester.portal.dossier.RecognitionPages;
import be.leermeester.portal.evidence.EvidenceFeatures;
import be.leermeester.portal.evidence.EvidenceStore;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.exchange.ImportPages;
import be.leermeester.portal.handler.HandlerPages;
import be.leermeester.portal.lapse.Restore;
import be.leermeester.portal.mentor.MentorPages;
import be.leermeester.portal.mentors.MentorListPages;
import be.leermeester.portal.reminder.ReminderWatch;
import be.leermeester.portal.report.MonitorPages;
import be.leermeester.portal.report.ReportPages;
import be.leermeester.portal.report.ReportsApi;
import be.leermeester.portal.school.SchoolPages;
import be.leermeester.portal.server.HealthPages;
import be.leermeester.portal.server.LiveEvents;
import be.leermeester.portal.signin.SignInPages;
import be.leermeester.portal.signin.StartPages;
import be.leermeester.portal.trainer.TrainerPages;
import be.leermeester.search.SearchFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every feature with what it needs: the one place where the portal is wired.
final class Features {

    private Features() {}

    /// @param issuer the sign-in provider, named to programs
    static List<Feature> of(Tools tools, LiveEvents live, SearchFeature search, String issuer) {
        ReminderWatch watch = new ReminderWatch(tools.vertx(), tools.db(), tools.outbox(), tools.time());
        HealthPages health =
                new HealthPages(tools.db()).with("search", search::ready).watch("reminders", watch::look);
        List<Feature> features = new ArrayList<>(List.of(
                new StartPages(),
                new SignInPages(
                        tools.db(),
                        tools.sessions(),
                        tools.oidc(),
                        tools.settings().publicUrl(),
                        tools::lookUpHash),
                live,
                health,
                search,
                new CompanyPages(tools.db()),
                new ImportPages(tools.db(), ExchangeCommands.importer(exchange(tools))),
                new RecognitionPages(tools.db()),
                new RecognitionApi(tools.db()),
                new CompanyFilePages(tools.db()),
                new HandlerPages(tools.db()),
                new SchoolPages(tools.db()),
                new MentorListPages(tools.db()),
                new AgreementPages(tools.db()),
                new AgreementApi(tools.db()),
                new MentorsApi(tools.db()),
                new ReportsApi(tools.db()),
                new ReportPages(tools.db()),
                new MonitorPages(tools.db()),
                new MentorPages(tools.db()),
                new TrainerPages(tools.db())));
        features.addAll(DossierFeatures.of(tools));
        features.addAll(evidence(tools));
        features.addAll(new Administration(tools, health, issuer).features());
        return List.copyOf(features);
    }

    private static List<Feature> evidence(Tools tools) {
        Restore restore = new Restore(tools.changeStatus(), tools.outbox(), tools.time());
        return EvidenceFeatures.of(
                tools.db(),
                new EvidenceStore(tools.vertx(), tools.files()),
                tools.post(),
                tools.messages(),
                tools.outbox(),
                tools.ids(),
                tools.time(),
                tools.vault(),
                restore::afterAcceptance);
    }

    static SearchFeature search(Tools tools) {
        return new SearchFeature(tools.vertx(), tools.db(), tools.files(), indexIn(tools.settings()));
    }

    /// Where this server keeps its own index.
    static Path indexIn(Settings settings) {
        return settings.dataDir().resolve("index");
    }

    private static Exchange exchange(Tools tools) {
        return new Exchange(tools.database(), tools.vault(), tools.files(), tools.time(), tools.ids());
    }
}
