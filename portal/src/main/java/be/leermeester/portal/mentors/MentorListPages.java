package be.leermeester.portal.mentors;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.Deadlines;
import be.leermeester.learning.deadline.TrainingStatus;
import be.leermeester.portal.export.TableFile;
import be.leermeester.portal.mentors.MentorListQueries.Question;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.ListFile;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Sentence;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of mentors with their deadlines. Told in straight lines: for a past day the engine derives them anew.
public final class MentorListPages implements Feature {

    private static final String PATH = "/mentors";
    private static final Access READERS = Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER, Role.ADMIN);

    private final Db db;

    public MentorListPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, READERS, this::list);
        routes.acts(HttpMethod.GET, PATH + ".csv", READERS, visit -> file(visit, TableFile.Format.CSV));
        routes.acts(HttpMethod.GET, PATH + ".xlsx", READERS, visit -> file(visit, TableFile.Format.XLSX));
    }

    record ListView(
            String sentence,
            Filters filters,
            List<Choice> flags,
            List<MentorRow> mentors,
            Pager pager,
            boolean manyPartnerships,
            boolean own,
            String csv,
            String xlsx) {}

    record Filters(
            String query,
            @Nullable LocalDate on,
            List<Option> partnerships,
            List<Option> statuses,
            List<Option> sorts,
            List<Option> kept) {}

    private Reply list(Visit visit) {
        MentorFilter filter = MentorFilter.of(visit.params());
        Question question = question(visit, filter);
        int page = Pager.asked(visit.params());
        var counts = MentorListQueries.counts(db.reads(), question);
        var rows = MentorListQueries.list(db.reads(), question, Pager.SIZE, Pager.offset(page));
        Partnerships partnerships = Partnerships.load(db.reads()).await();
        Map<String, String> choices = partnerships.among(question.scope());
        long total = total(counts.await(), filter);
        return Reply.view(
                "mentors/list",
                new ListView(
                        sentence(visit, filter, total, partnerships),
                        filters(visit, filter, choices),
                        flags(visit, filter, counts.await()),
                        rows.await(),
                        Pager.of(filter.at(PATH), page, total),
                        choices.size() > 1 && filter.partnership().isEmpty(),
                        question.scope().oneCompany(),
                        filter.at(PATH + ".csv").toString(),
                        filter.at(PATH + ".xlsx").toString()));
    }

    private Question question(Visit visit, MentorFilter filter) {
        LocalDate today = visit.time().today();
        Scope scope = Scope.of(visit.identity());
        LocalDate on = filter.on();
        return on != null && on.isBefore(today)
                ? new Question(filter, scope, on, today, Deadlines.knownOn(db, on))
                : new Question(filter, scope, today, today, null);
    }

    private static long total(Map<String, Long> counts, MentorFilter filter) {
        return filter.flag() == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(filter.flag().name(), 0L);
    }

    private static String sentence(Visit visit, MentorFilter filter, long total, Partnerships partnerships) {
        return new Sentence(visit::say, visit.language())
                .add("mentors.sentence.count", total)
                .add("mentors.sort." + filter.sort())
                .addIf(
                        filter.partnership().isEmpty() ? null : partnerships.name(filter.partnership()),
                        "mentors.sentence.partnership")
                .anyOf(filter.flag() == null ? List.of() : List.of("term.flag." + filter.flag()), "rows.or")
                .anyOf(filter.status() == null ? List.of() : List.of("term.training." + filter.status()), "rows.or")
                .addIf(filter.query(), "mentors.sentence.query")
                .addIf(filter.enterprise(), "mentors.sentence.enterprise")
                .addIf(filter.on(), "mentors.sentence.on")
                .toString();
    }

    private static Filters filters(Visit visit, MentorFilter filter, Map<String, String> partnerships) {
        String all = visit.say("list.all");
        Map<String, String> statuses = new LinkedHashMap<>();
        for (TrainingStatus status : TrainingStatus.values()) {
            statuses.put(status.name(), visit.say("term.training." + status));
        }
        Map<String, String> sorts = new LinkedHashMap<>();
        for (MentorFilter.Sort sort : MentorFilter.Sort.values()) {
            sorts.put(sort.name(), visit.say("mentors.sort." + sort));
        }
        List<Option> kept = new ArrayList<>();
        if (filter.flag() != null) {
            kept.add(new Option("flag", filter.flag().name(), true));
        }
        if (!filter.enterprise().isEmpty()) {
            kept.add(new Option("enterprise", filter.enterprise(), true));
        }
        return new Filters(
                filter.query(),
                filter.on(),
                partnerships.isEmpty() ? List.of() : Option.of(all, partnerships, filter.partnership()),
                Option.of(
                        all,
                        statuses,
                        filter.status() == null ? "" : filter.status().name()),
                Option.of("", sorts, filter.sort().name()).subList(1, sorts.size() + 1),
                kept);
    }

    private static List<Choice> flags(Visit visit, MentorFilter filter, Map<String, Long> counts) {
        Address all = filter.withFlag(null).at(PATH);
        List<Choice> choices = new ArrayList<>();
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        choices.add(new Choice(visit.say("list.all"), sum, all.toString(), filter.flag() == null));
        counts.forEach((flag, count) -> {
            if (!flag.isEmpty()) {
                boolean selected = filter.flag() != null && filter.flag().name().equals(flag);
                choices.add(new Choice(
                        visit.say("term.flag." + flag),
                        count,
                        all.with("flag", flag).toString(),
                        selected));
            }
        });
        return choices;
    }

    private static final List<String> COLUMNS = List.of(
            "mentors.name",
            "mentors.partnership",
            "mentors.status",
            "mentors.due",
            "mentors.days-left",
            "mentors.flag",
            "mentors.company",
            "mentors.enterprise-number",
            "mentors.dossier");

    private Reply file(Visit visit, TableFile.Format format) {
        MentorFilter filter = MentorFilter.of(visit.params());
        Question question = question(visit, filter);
        Partnerships partnerships = Partnerships.load(db.reads()).await();
        List<MentorRow> rows = MentorListQueries.list(db.reads(), question, ListFile.MAX_ROWS, 0)
                .await();
        String sentence = sentence(visit, filter, rows.size(), partnerships);
        return ListFile.of(
                        visit,
                        "mentors.title",
                        sentence,
                        COLUMNS,
                        rows.stream().map(row -> cells(visit, row)).toList())
                .download("mentoren-" + question.today(), format);
    }

    private static List<@Nullable Object> cells(Visit visit, MentorRow row) {
        MentorRow.Place place = row.place();
        return ListFile.row(
                row.name(),
                row.partnership(),
                visit.say("term.training." + row.status()),
                row.dueOn(),
                row.daysLeft(),
                row.flag() == null ? null : visit.say("term.flag." + row.flag()),
                place == null ? null : place.company(),
                place == null ? null : place.written(),
                place == null ? null : place.dossier());
    }
}
