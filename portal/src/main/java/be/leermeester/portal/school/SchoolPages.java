package be.leermeester.portal.school;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.agreement.AgreementFilter;
import be.leermeester.portal.agreement.AgreementRow;
import be.leermeester.portal.agreement.AgreementStatus;
import be.leermeester.portal.agreement.Agreements;
import be.leermeester.portal.dossier.DossierLine;
import be.leermeester.portal.dossier.Dossiers;
import be.leermeester.portal.dossier.RecognitionFilter;
import be.leermeester.portal.dossier.Spotlight;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A school's start page: its learners, those who may lose their workplace first (U3), and what it filed for companies.
public final class SchoolPages implements Feature {

    private static final int SHOWN = 50;
    private static final int FEW = 20;
    private static final List<AgreementStatus> PRESENT = List.of(AgreementStatus.RUNNING, AgreementStatus.NOT_STARTED);

    private final Db db;

    public SchoolPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/school", Access.roles(Role.SCHOOL), this::start);
    }

    /// @param ending how many mandates end soon
    /// @param manyPartnerships what `dossier/rows` asks: whether to tell the partnership with each dossier
    record Start(
            String school,
            String live,
            List<Tile> tiles,
            long atRisk,
            long ending,
            List<AgreementRow> agreements,
            String allAgreements,
            List<DossierLine> rows,
            String allFiled,
            boolean manyPartnerships) {}

    record Tile(String key, long count, String href) {}

    private Future<Reply> start(Visit visit) {
        String provider = visit.scope(Role.SCHOOL);
        LocalDate today = visit.time().today();
        Scope scope = new Scope(false, List.of(), List.of(), List.of(provider));
        AgreementFilter agreements = AgreementFilter.all().ofProvider(provider);
        AgreementFilter present = agreements.withStatuses(PRESENT);
        RecognitionFilter filed = RecognitionFilter.all().onlyThose(Spotlight.FILED);
        var name = SchoolQueries.name(db.reads(), provider);
        var counts = Agreements.counts(db.reads(), agreements, scope, today);
        var learners = Agreements.riskFirst(db.reads(), present, scope, today, SHOWN);
        var dossiers = Dossiers.list(db.reads(), filed, scope, today, FEW, 0);
        var filedCounts = Dossiers.counts(db.reads(), filed, scope, today);
        var mandates = SchoolQueries.mandates(db.reads(), provider, today);
        return Future.all(name, counts, learners, dossiers, filedCounts, mandates)
                .map(_ -> Reply.view(
                        "school/start",
                        new Start(
                                name.result().orElse(provider),
                                "provider:" + provider,
                                tiles(
                                        agreements,
                                        counts.result(),
                                        filed,
                                        Dossiers.total(filedCounts.result(), filed),
                                        mandates.result()),
                                learners.result().stream()
                                        .filter(AgreementRow::atRisk)
                                        .count(),
                                mandates.result().ending(),
                                learners.result(),
                                present.at("/agreements").toString(),
                                DossierLine.of(dossiers.result(), today),
                                filed.at("/recognitions").toString(),
                                true)));
    }

    private static List<Tile> tiles(
            AgreementFilter all,
            Map<AgreementStatus, Long> counts,
            RecognitionFilter filed,
            long filedTotal,
            SchoolQueries.Mandates mandates) {
        return List.of(
                tile(AgreementStatus.RUNNING, "running", all, counts),
                tile(AgreementStatus.NOT_STARTED, "not-started", all, counts),
                new Tile(
                        "school.tile.filed",
                        filedTotal,
                        filed.at("/recognitions").toString()),
                new Tile("school.tile.mandates", mandates.holding(), "/mandates"));
    }

    private static Tile tile(
            AgreementStatus status, String key, AgreementFilter all, Map<AgreementStatus, Long> counts) {
        return new Tile(
                "school.tile." + key,
                counts.getOrDefault(status, 0L),
                all.withStatuses(List.of(status)).at("/agreements").toString());
    }
}
