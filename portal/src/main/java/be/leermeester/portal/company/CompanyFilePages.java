package be.leermeester.portal.company;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.agreement.AgreementFilter;
import be.leermeester.portal.agreement.AgreementRow;
import be.leermeester.portal.agreement.AgreementStatus;
import be.leermeester.portal.agreement.Agreements;
import be.leermeester.portal.company.CompanyPageQueries.Contact;
import be.leermeester.portal.company.CompanyPageQueries.Establishment;
import be.leermeester.portal.company.CompanyPageQueries.Head;
import be.leermeester.portal.dossier.DossierLine;
import be.leermeester.portal.dossier.Dossiers;
import be.leermeester.portal.dossier.RecognitionFilter;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;

/// The page of a company, for whoever may see something of it: each sees only the own rows.
public final class CompanyFilePages implements Feature {

    private static final int SHOWN = 50;

    private final Db db;

    public CompanyFilePages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(
                "/companies/:enterprise",
                Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER, Role.ADMIN),
                this::show);
    }

    record CompanyFile(
            Head head,
            List<Establishment> establishments,
            long allDossiers,
            List<DossierLine> rows,
            boolean manyPartnerships,
            String moreDossiers,
            List<CompanyQueries.MentorLine> mentors,
            long allAgreements,
            List<AgreementRow> agreements,
            String moreAgreements,
            List<Contact> contacts) {}

    private Future<Reply> show(Visit visit) {
        String enterprise = EnterpriseNumber.parse(visit.params().id("enterprise"))
                .map(EnterpriseNumber::digits)
                .orElseThrow(Problem.NotFound::new);
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        return CompanyPageQueries.head(db.reads(), enterprise, scope, today).compose(head -> {
            if (head == null) {
                throw new Problem.NotFound();
            }
            return file(head, scope, today).map(file -> Reply.view("company/show", file));
        });
    }

    private Future<CompanyFile> file(Head head, Scope scope, LocalDate today) {
        SqlClient reads = db.reads();
        String number = head.number();
        RecognitionFilter dossiers = RecognitionFilter.all().ofEnterprise(number);
        AgreementFilter agreements = AgreementFilter.all().ofEnterprise(number);
        AgreementFilter present =
                agreements.withStatuses(List.of(AgreementStatus.RUNNING, AgreementStatus.NOT_STARTED));
        var establishments = CompanyPageQueries.establishments(reads, number, scope, today);
        var counts = Dossiers.counts(reads, dossiers, scope, today);
        var rows = Dossiers.list(reads, dossiers, scope, today, SHOWN, 0);
        var mentors = CompanyQueries.mentors(reads, number, scope, today);
        var agreementCounts = Agreements.counts(reads, agreements, scope, today);
        var agreementRows = Agreements.riskFirst(reads, present, scope, today, SHOWN);
        var contacts = CompanyPageQueries.contacts(reads, number, scope);
        return Future.all(List.of(establishments, counts, rows, mentors, agreementCounts, agreementRows, contacts))
                .map(_ -> new CompanyFile(
                        head,
                        establishments.result(),
                        Dossiers.total(counts.result(), dossiers),
                        DossierLine.of(rows.result(), today),
                        true,
                        dossiers.at("/recognitions").toString(),
                        mentors.result(),
                        Agreements.total(agreementCounts.result(), agreements),
                        agreementRows.result(),
                        agreements.at("/agreements").toString(),
                        contacts.result()));
    }
}
