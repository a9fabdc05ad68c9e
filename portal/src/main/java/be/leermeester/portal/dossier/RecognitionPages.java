package be.leermeester.portal.dossier;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.RecognitionQueries.Slice;
import be.leermeester.portal.export.TableFile;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Sentence;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of recognition dossiers.
public final class RecognitionPages implements Feature {

    static final String PATH = "/recognitions";
    /// The provinces as the register writes them, and Brussels.
    private static final List<String> PROVINCES = List.of(
            "Antwerpen",
            "Brussels Hoofdstedelijk Gewest",
            "Limburg",
            "Oost-Vlaanderen",
            "Vlaams-Brabant",
            "West-Vlaanderen");

    private final Db db;

    public RecognitionPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, DossierPages.READERS, this::list);
        routes.acts(HttpMethod.GET, PATH + ".csv", DossierPages.READERS, visit -> file(visit, TableFile.Format.CSV));
        routes.acts(HttpMethod.GET, PATH + ".xlsx", DossierPages.READERS, visit -> file(visit, TableFile.Format.XLSX));
    }

    /// @param manyPartnerships whether the partnership has to be told with each row
    /// @param own whether all are of the visitor's one company
    record ListView(
            String sentence,
            Filters filters,
            List<Choice> statuses,
            List<DossierLine> rows,
            Pager pager,
            boolean manyPartnerships,
            boolean own,
            String csv,
            String xlsx) {}

    /// @param kept what the form passes on unchanged
    record Filters(
            String query,
            String programme,
            @Nullable LocalDate on,
            List<Option> partnerships,
            List<Option> provinces,
            List<Option> spotlights,
            List<Option> sorts,
            List<Option> kept) {}

    private Future<Reply> list(Visit visit) {
        RecognitionFilter filter = RecognitionFilter.of(visit.params());
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        int page = Pager.asked(visit.params());
        var counts = RecognitionQueries.counts(db.reads(), filter, scope, today);
        var rows = RecognitionQueries.page(
                db.reads(), filter, scope, today, new Slice(Pager.SIZE, Pager.offset(page), ""));
        var partnerships = Partnerships.load(db.reads());
        return Future.all(counts, rows, partnerships).map(_ -> {
            Map<String, String> choices = partnerships.result().among(scope);
            long total = Dossiers.total(counts.result(), filter);
            return Reply.view(
                    "dossier/list",
                    new ListView(
                            sentence(visit, filter, total, partnerships.result()),
                            filters(visit, filter, choices),
                            statuses(visit, filter, counts.result()),
                            DossierLine.of(rows.result(), today),
                            Pager.of(filter.at(PATH), page, total),
                            choices.size() > 1 && filter.partnership().isEmpty(),
                            scope.oneCompany(),
                            filter.at(PATH + ".csv").toString(),
                            filter.at(PATH + ".xlsx").toString()));
        });
    }

    static String sentence(Visit visit, RecognitionFilter filter, long total, Partnerships partnerships) {
        return new Sentence(visit::say, visit.language())
                .add("dossier.sentence.count", total)
                .add("dossier.sort." + filter.sort().name())
                .addIf(
                        filter.partnership().isEmpty() ? null : partnerships.name(filter.partnership()),
                        "dossier.sentence.partnership")
                .anyOf(
                        filter.statuses().stream()
                                .map(status -> "term.recognition." + status)
                                .toList(),
                        "rows.or")
                .anyOf(filter.only() == null ? List.of() : List.of("dossier.only." + filter.only()), "rows.or")
                .addIf(filter.programme(), "dossier.sentence.programme")
                .addIf(filter.province(), "dossier.sentence.province")
                .addIf(filter.query(), "dossier.sentence.query")
                .addIf(filter.enterprise(), "dossier.sentence.enterprise")
                .addIf(filter.on(), "dossier.sentence.on")
                .toString();
    }

    private static Filters filters(Visit visit, RecognitionFilter filter, Map<String, String> partnerships) {
        String all = visit.say("list.all");
        Map<String, String> provinces = new LinkedHashMap<>();
        PROVINCES.forEach(province -> provinces.put(province, province));
        List<Option> kept = new ArrayList<>();
        filter.statuses().forEach(status -> kept.add(new Option("status", status.name(), true)));
        if (!filter.enterprise().isEmpty()) {
            kept.add(new Option("enterprise", filter.enterprise(), true));
        }
        return new Filters(
                filter.query(),
                filter.programme(),
                filter.on(),
                partnerships.isEmpty() ? List.of() : Option.of(all, partnerships, filter.partnership()),
                Option.of(all, provinces, filter.province()),
                Option.of(
                        all,
                        said(visit, spotlights(visit), "dossier.only."),
                        filter.only() == null ? "" : filter.only().name()),
                Option.of(
                                "",
                                said(visit, RecognitionFilter.Sort.values(), "dossier.sort."),
                                filter.sort().name())
                        .subList(1, RecognitionFilter.Sort.values().length),
                kept);
    }

    private static Spotlight[] spotlights(Visit visit) {
        boolean school = visit.identity().has(Role.SCHOOL);
        return Arrays.stream(Spotlight.values())
                .filter(spotlight -> school || spotlight != Spotlight.FILED)
                .toArray(Spotlight[]::new);
    }

    private static Map<String, String> said(Visit visit, Enum<?>[] values, String prefix) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Enum<?> value : values) {
            labels.put(value.name(), visit.say(prefix + value.name()));
        }
        return labels;
    }

    private static List<Choice> statuses(Visit visit, RecognitionFilter filter, Map<RecognitionStatus, Long> counts) {
        Address all = filter.withStatuses(List.of()).at(PATH);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                visit.say("list.all"),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                all.toString(),
                filter.statuses().isEmpty()));
        counts.forEach((status, count) -> choices.add(new Choice(
                visit.say("term.recognition." + status),
                count,
                all.with("status", status).toString(),
                filter.statuses().contains(status))));
        return choices;
    }

    private Reply file(Visit visit, TableFile.Format format) {
        RecognitionFilter filter = RecognitionFilter.of(visit.params());
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        Partnerships partnerships = Partnerships.load(db.reads()).await();
        List<DossierRow> rows = RecognitionQueries.page(
                        db.reads(), filter, scope, today, new Slice(RecognitionFile.MAX_ROWS, 0, ""))
                .await();
        String sentence = sentence(visit, filter, rows.size(), partnerships);
        return RecognitionFile.of(visit, sentence, rows).download("erkenningen-" + today, format);
    }
}
