package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.CompetenceQueries.Programme;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.MentorStepQueries.Colleague;
import be.leermeester.portal.application.Review.MentorLine;
import be.leermeester.portal.application.Review.PlaceLine;
import be.leermeester.portal.application.Review.ProgrammeLine;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.rows.Written;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks a draft over. On a virtual thread.
final class Reviews {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Time.ZONE);

    private final Db db;
    private final NationalNumberVault vault;
    private final Papers papers;

    Reviews(Db db, NationalNumberVault vault, Papers papers) {
        this.db = db;
        this.vault = vault;
        this.papers = papers;
    }

    Papers papers() {
        return papers;
    }

    Review of(Open open, LocalDate today) {
        Draft draft = open.draft();
        List<ProgrammeLine> programmes = programmes(open, today);
        List<String> partnerships = programmes.stream()
                .map(line -> line.competence().partnership())
                .distinct()
                .toList();
        MentorPolicy policy = MentorStepQueries.policy(db.reads(), partnerships, today);
        return new Review(
                open,
                place(open, draft.place()),
                programmes,
                draft.mentors().stream()
                        .map(mentor -> new MentorLine(mentor, check(mentor).against(policy, today)))
                        .toList(),
                papers.lines(open.row().id(), partnerships, draft.mentors()));
    }

    MentorPolicy policy(Open open, LocalDate today) {
        return MentorStepQueries.policy(
                db.reads(),
                programmes(open, today).stream()
                        .map(line -> line.competence().partnership())
                        .toList(),
                today);
    }

    /// The chosen programmes with the partnership that is proposed for each.
    List<ProgrammeLine> programmes(Open open, LocalDate today) {
        Draft.Place place = open.draft().place();
        String number = place == null ? null : place.number();
        return CompetenceQueries.programmes(db.reads(), open.draft().programmes(), number, today).stream()
                .map(programme -> line(open.row().committee(), programme, today))
                .toList();
    }

    private ProgrammeLine line(String committee, Programme programme, LocalDate today) {
        SqlClient reads = db.reads();
        Competence competence = CompetenceQueries.propose(reads, committee, programme.code(), today);
        return new ProgrammeLine(
                programme.code(),
                programme.name(),
                programme.system(),
                competence,
                CompetenceQueries.partnership(reads, competence.partnership()),
                committee,
                programme.other());
    }

    private @Nullable PlaceLine place(Open open, Draft.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        PlaceQueries.Known known = PlaceQueries.one(db.reads(), place.number());
        String written = Written.establishment(place.number());
        if (known != null) {
            String problem = !known.enterprise().equals(open.row().enterprise())
                    ? "application.place.of-another"
                    : known.ceased() ? "application.place.ceased" : null;
            // Of somebody else's no more is told than that it is theirs.
            return problem == null
                    ? new PlaceLine(place.number(), written, known.name(), known.address(), false, null)
                    : new PlaceLine(place.number(), written, "", "", false, problem);
        }
        String address =
                place.street() + " " + place.houseNumber() + ", " + place.postalCode() + " " + place.municipality();
        String name = place.name().isEmpty() ? open.row().company() : place.name();
        return new PlaceLine(
                place.number(), written, name, address, true, place.added() ? null : "application.place.unknown");
    }

    /// What to say where the draft changed between showing a form and saving it.
    static String changed(Visit visit, Open now) {
        return visit.say(
                "application.changed",
                now.row().changedBy(),
                CLOCK.format(now.row().changedAt()));
    }

    MentorCheck check(DraftMentor mentor) {
        return new MentorCheck(
                numberOf(mentor).flatMap(NationalNumber::birthDate),
                mentor.practice(),
                mentor.proof(),
                mentor.extractOn());
    }

    boolean sameNumber(DraftMentor one, DraftMentor other) {
        Optional<NationalNumber> number = numberOf(one);
        return number.isPresent() && number.equals(numberOf(other));
    }

    private Optional<NationalNumber> numberOf(DraftMentor mentor) {
        byte[] sealed = mentor.sealedBytes();
        String personId = mentor.personId();
        if (sealed == null && personId != null) {
            Colleague known = MentorStepQueries.person(db.reads(), personId);
            Buffer kept = known == null ? null : known.sealed();
            sealed = kept == null ? null : kept.getBytes();
        }
        return sealed == null ? Optional.empty() : Optional.of(vault.open(sealed));
    }
}
