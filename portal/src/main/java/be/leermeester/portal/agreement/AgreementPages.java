package be.leermeester.portal.agreement;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.agreement.AgreementQueries.Slice;
import be.leermeester.portal.export.TableFile;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.ListFile;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Sentence;
import be.leermeester.portal.rows.Written;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of agreements.
public final class AgreementPages implements Feature {

    static final Access READERS = Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER, Role.ADMIN);
    private static final String PATH = "/agreements";

    private final Db db;

    public AgreementPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, READERS, this::list);
        routes.acts(HttpMethod.GET, PATH + ".csv", READERS, visit -> file(visit, TableFile.Format.CSV));
        routes.acts(HttpMethod.GET, PATH + ".xlsx", READERS, visit -> file(visit, TableFile.Format.XLSX));
    }

    record ListView(
            String sentence,
            Filters filters,
            List<Choice> statuses,
            List<AgreementRow> agreements,
            Pager pager,
            boolean own,
            String csv,
            String xlsx) {}

    record Filters(
            String query,
            @Nullable LocalDate on,
            List<Option> partnerships,
            List<Option> types,
            List<Option> sorts,
            List<Option> kept) {}

    private Future<Reply> list(Visit visit) {
        AgreementFilter filter = AgreementFilter.of(visit.params());
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        int page = Pager.asked(visit.params());
        var counts = AgreementQueries.counts(db.reads(), filter, scope, today);
        var rows = AgreementQueries.list(
                db.reads(), filter, scope, today, new Slice(Pager.SIZE, Pager.offset(page), "", false));
        var partnerships = Partnerships.load(db.reads());
        return Future.all(counts, rows, partnerships).map(_ -> {
            long total = Agreements.total(counts.result(), filter);
            return Reply.view(
                    "agreement/list",
                    new ListView(
                            sentence(visit, filter, total, partnerships.result()),
                            filters(visit, filter, partnerships.result().among(scope)),
                            statuses(visit, filter, counts.result()),
                            rows.result(),
                            Pager.of(filter.at(PATH), page, total),
                            scope.oneCompany(),
                            filter.at(PATH + ".csv").toString(),
                            filter.at(PATH + ".xlsx").toString()));
        });
    }

    private static String sentence(Visit visit, AgreementFilter filter, long total, Partnerships partnerships) {
        return new Sentence(visit::say, visit.language())
                .add("agreement.sentence.count", total)
                .add("agreement.sort." + filter.sort())
                .addIf(
                        filter.partnership().isEmpty() ? null : partnerships.name(filter.partnership()),
                        "agreement.sentence.partnership")
                .anyOf(
                        filter.statuses().stream()
                                .map(status -> "term.agreement." + status)
                                .toList(),
                        "rows.or")
                .anyOf(filter.type() == null ? List.of() : List.of("term.agreement-type." + filter.type()), "rows.or")
                .addIf(filter.provider(), "agreement.sentence.provider")
                .addIf(filter.query(), "agreement.sentence.query")
                .addIf(filter.enterprise(), "agreement.sentence.enterprise")
                .addIf(filter.on(), "agreement.sentence.on")
                .toString();
    }

    private static Filters filters(Visit visit, AgreementFilter filter, Map<String, String> partnerships) {
        String all = visit.say("list.all");
        Map<String, String> types = new LinkedHashMap<>();
        for (AgreementFilter.Type type : AgreementFilter.Type.values()) {
            types.put(type.name(), visit.say("term.agreement-type." + type));
        }
        Map<String, String> sorts = new LinkedHashMap<>();
        for (AgreementFilter.Sort sort : AgreementFilter.Sort.values()) {
            sorts.put(sort.name(), visit.say("agreement.sort." + sort));
        }
        List<Option> kept = new ArrayList<>();
        filter.statuses().forEach(status -> kept.add(new Option("status", status.name(), true)));
        if (!filter.enterprise().isEmpty()) {
            kept.add(new Option("enterprise", filter.enterprise(), true));
        }
        if (!filter.provider().isEmpty()) {
            kept.add(new Option("provider", filter.provider(), true));
        }
        return new Filters(
                filter.query(),
                filter.on(),
                partnerships.isEmpty() ? List.of() : Option.of(all, partnerships, filter.partnership()),
                Option.of(all, types, filter.type() == null ? "" : filter.type().name()),
                Option.of("", sorts, filter.sort().name()).subList(1, sorts.size() + 1),
                kept);
    }

    private static List<Choice> statuses(Visit visit, AgreementFilter filter, Map<AgreementStatus, Long> counts) {
        Address all = filter.withStatuses(List.of()).at(PATH);
        List<Choice> choices = new ArrayList<>();
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        choices.add(new Choice(
                visit.say("list.all"), sum, all.toString(), filter.statuses().isEmpty()));
        counts.forEach((status, count) -> choices.add(new Choice(
                visit.say("term.agreement." + status),
                count,
                all.with("status", status).toString(),
                filter.statuses().contains(status))));
        return choices;
    }

    private static final List<String> COLUMNS = List.of(
            "agreement.id",
            "agreement.status",
            "agreement.type",
            "agreement.learner",
            "agreement.mentor",
            "agreement.mentor-flag",
            "agreement.company",
            "agreement.enterprise-number",
            "agreement.municipality",
            "agreement.programme",
            "agreement.provider",
            "agreement.from",
            "agreement.until",
            "agreement.dossier");

    private Reply file(Visit visit, TableFile.Format format) {
        AgreementFilter filter = AgreementFilter.of(visit.params());
        LocalDate today = visit.time().today();
        Partnerships partnerships = Partnerships.load(db.reads()).await();
        Slice everything = new Slice(ListFile.MAX_ROWS, 0, "", false);
        List<AgreementRow> rows = AgreementQueries.list(
                        db.reads(), filter, Scope.of(visit.identity()), today, everything)
                .await();
        return ListFile.of(
                        visit,
                        "agreement.title",
                        sentence(visit, filter, rows.size(), partnerships),
                        COLUMNS,
                        rows.stream().map(row -> cells(visit, row)).toList())
                .download("overeenkomsten-" + today, format);
    }

    private static List<@Nullable Object> cells(Visit visit, AgreementRow row) {
        return ListFile.row(
                row.id(),
                visit.say("term.agreement." + row.status()),
                visit.say("term.agreement-type." + row.type()),
                row.learner(),
                row.mentor(),
                row.flag() == null ? null : visit.say("term.flag." + row.flag()),
                row.company(),
                Written.enterprise(row.enterprise()),
                row.municipality(),
                row.programme(),
                row.provider(),
                row.from(),
                row.until(),
                row.dossier());
    }
}
