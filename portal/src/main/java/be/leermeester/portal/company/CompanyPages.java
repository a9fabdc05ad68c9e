package be.leermeester.portal.company;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.company.Board.Column;
import be.leermeester.portal.company.Board.Dossier;
import be.leermeester.portal.company.Board.Kind;
import be.leermeester.portal.company.CompanyQueries.Overview;
import be.leermeester.portal.dossier.OutlookView;
import be.leermeester.portal.dossier.Spotlight;
import be.leermeester.portal.lapse.LossesAhead;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Written;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The start page of a company.
public final class CompanyPages implements Feature {

    private static final List<RecognitionStatus> ASKED =
            List.of(RecognitionStatus.SUBMITTED, RecognitionStatus.IN_REVIEW, RecognitionStatus.ON_HOLD);
    private static final List<RecognitionStatus> CLOSED = List.of(
            RecognitionStatus.REJECTED,
            RecognitionStatus.CANCELLED,
            RecognitionStatus.REVOKED,
            RecognitionStatus.CEASED,
            RecognitionStatus.EXPIRED,
            RecognitionStatus.DUPLICATED);

    private final Db db;

    public CompanyPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/company", Access.roles(Role.COMPANY), this::start);
    }

    /// @param next what is asked now
    /// @param asking who asks for a mandate and waits for an answer
    record Start(
            String enterprise,
            String written,
            String company,
            NextView next,
            List<String> asking,
            List<CompanyQueries.DraftLine> drafts,
            List<ColumnView> columns,
            List<CompanyQueries.MentorLine> mentors,
            Tiles tiles,
            List<LossesAhead.Loss> losses) {}

    record Tile(long count, String href) {}

    record Tiles(Tile running, Tile ending, Tile red, Tile overdue, Tile allMentors) {}

    /// @param step names the sentences: `company.next.<step>` and what follows
    record NextView(
            String step,
            String subject,
            @Nullable String place,
            @Nullable LocalDate date,
            @Nullable String explanation,
            String href) {

        public String whatKey() {
            return "company.next." + step;
        }

        public String whyKey() {
            return whatKey() + ".why";
        }

        public String doKey() {
            return whatKey() + ".do";
        }
    }

    record ColumnView(
            String key,
            long count,
            List<CardView> cards,
            @Nullable String more) {

        public String titleKey() {
            return "company.column." + key;
        }

        public String emptyKey() {
            return "company.empty." + key;
        }

        /// The card whose status changed last.
        public @Nullable CardView latest() {
            return cards.stream().max(Comparator.comparing(CardView::since)).orElse(null);
        }
    }

    record CardView(
            String id,
            RecognitionStatus status,
            LocalDate since,
            String programme,
            String place,
            List<String> reasons,
            String remark,
            OutlookView outlook,
            boolean withoutMentor) {}

    private Future<Reply> start(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        LocalDate today = visit.time().today();
        Future<Board> board = CompanyQueries.board(db.reads(), enterprise, today);
        Future<@Nullable Overview> overview = CompanyQueries.overview(db.reads(), enterprise, today);
        Future<List<String>> asking = CompanyQueries.asking(db.reads(), enterprise);
        Future<List<LossesAhead.Loss>> losses = LossesAhead.ofCompany(db.reads(), enterprise, today);
        Future<List<CompanyQueries.DraftLine>> drafts = CompanyQueries.drafts(db.reads(), enterprise);
        return Future.all(board, overview, asking, losses, drafts).map(_ -> {
            Overview found = overview.result();
            if (found == null) {
                throw new Problem.NotFound();
            }
            return Reply.view(
                    "company/start",
                    view(enterprise, board.result(), found, asking.result(), losses.result(), drafts.result()));
        });
    }

    static Start view(
            String enterprise,
            Board board,
            Overview overview,
            List<String> asking,
            List<LossesAhead.Loss> losses,
            List<CompanyQueries.DraftLine> drafts) {
        return new Start(
                enterprise,
                Written.enterprise(enterprise),
                overview.name(),
                next(NextStep.of(board, overview), enterprise),
                asking,
                drafts,
                board.columns().stream()
                        .map(column -> column(column, enterprise))
                        .toList(),
                overview.mentors(),
                tiles(enterprise, board, overview),
                losses);
    }

    private static Tiles tiles(String enterprise, Board board, Overview overview) {
        Address mentors = new Address("/mentors").with("enterprise", enterprise);
        return new Tiles(
                new Tile(
                        overview.running(),
                        new Address("/agreements")
                                .with("enterprise", enterprise)
                                .with("status", "RUNNING")
                                .toString()),
                new Tile(board.column(Kind.ENDING).count(), list(Kind.ENDING, enterprise)),
                new Tile(overview.red(), mentors.with("flag", "RED").toString()),
                new Tile(overview.overdue(), mentors.with("flag", "OVERDUE").toString()),
                new Tile(overview.allMentors(), "/companies/" + enterprise + "#mentors"));
    }

    private static ColumnView column(Column column, String enterprise) {
        boolean all = column.count() == column.dossiers().size();
        return new ColumnView(
                column.kind().name().toLowerCase(java.util.Locale.ROOT),
                column.count(),
                column.dossiers().stream().map(CompanyPages::card).toList(),
                all ? null : list(column.kind(), enterprise));
    }

    private static CardView card(Dossier dossier) {
        return new CardView(
                dossier.id(),
                dossier.status(),
                dossier.since(),
                dossier.programme(),
                place(dossier),
                dossier.reasons(),
                dossier.remark(),
                OutlookView.of(dossier.outlook()),
                dossier.withoutMentor());
    }

    private static String place(Dossier dossier) {
        return dossier.establishment().isEmpty() || dossier.municipality().isEmpty()
                ? dossier.establishment() + dossier.municipality()
                : dossier.establishment() + ", " + dossier.municipality();
    }

    private static NextView next(NextStep step, String enterprise) {
        return switch (step) {
            case NextStep.Complete(Dossier dossier) -> next("complete", dossier, null, dossier.remark());
            case NextStep.TrainMentor(CompanyQueries.MentorLine mentor, boolean late) ->
                new NextView(
                        late ? "mentor-late" : "mentor-soon",
                        mentor.name(),
                        null,
                        mentor.dueOn(),
                        null,
                        "/companies/" + enterprise + "#mentors");
            case NextStep.NameMentor(Dossier dossier) -> next("name-mentor", dossier, null, null);
            case NextStep.Renew(Dossier dossier, LocalDate until) ->
                new NextView("renew", dossier.programme(), place(dossier), until, null, "/renewals");
            case NextStep.Begin() -> new NextView("begin", "", null, null, null, "/applications/new");
            case NextStep.Nothing() -> new NextView("nothing", "", null, null, null, "");
        };
    }

    private static NextView next(String key, Dossier dossier, @Nullable LocalDate date, @Nullable String explanation) {
        return new NextView(
                key, dossier.programme(), place(dossier), date, explanation, "/recognitions/" + dossier.id());
    }

    /// The list that holds a column's dossiers and no others.
    private static String list(Kind kind, String enterprise) {
        Address list = new Address("/recognitions").with("enterprise", enterprise);
        Address narrowed = switch (kind) {
            case INCOMPLETE -> list.with("status", RecognitionStatus.INCOMPLETE);
            case ASKED -> list.with("status", ASKED);
            case ENDING -> list.with("only", Spotlight.ENDING);
            case RECOGNISED -> list.with("only", Spotlight.LASTING);
            case STOPPED -> list.with("status", CLOSED);
        };
        return narrowed.toString();
    }
}
