package be.leermeester.portal.application;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.application.DraftQueries.DraftRow;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.PaperQueries.Given;
import be.leermeester.portal.application.Review.PaperLine;
import be.leermeester.portal.application.Review.ProgrammeLine;
import be.leermeester.portal.mandate.Applicant;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.FileApplication;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sends a draft: one dossier for each programme, all or none, once however often it is pressed (R1). On a virtual
/// thread, inside a transaction.
final class SubmitDraft {

    private static final int FIRST = 1;

    private final FileApplication file;
    private final NationalNumberVault vault;
    private final Ids ids;
    private final Time time;

    SubmitDraft(FileApplication file, NationalNumberVault vault, Ids ids, Time time) {
        this.file = file;
        this.vault = vault;
        this.ids = ids;
        this.time = time;
    }

    /// Who sends it.
    record Sender(String personId, String language) {}

    /// The caller holds the draft and knows that it is ready. Throws [Problem.Conflict] where another dossier stands in
    /// the way of one of them, or the place turns out to be somebody else's.
    List<String> submit(SqlConnection connection, Review review, Sender sender) {
        Open open = review.open();
        DraftRow row = open.row();
        Draft.Place place = Objects.requireNonNull(row.draft().place());
        if (place.added()
                && !SubmitQueries.addPlace(connection, row.enterprise(), place).equals(row.enterprise())) {
            throw new Problem.Conflict("application.place.of-another");
        }
        Map<String, String> persons = persons(connection, row.draft().mentors(), sender);
        List<String> made = new ArrayList<>();
        // Always in the same order, so that two who send the same programmes never wait for each other.
        review.programmes().stream()
                .sorted(Comparator.comparing(ProgrammeLine::code))
                .forEach(line -> made.add(one(connection, review, line, persons, sender)));
        DraftQueries.submitted(connection, row.id(), made, time.now());
        return List.copyOf(made);
    }

    private Map<String, String> persons(SqlConnection connection, List<DraftMentor> mentors, Sender sender) {
        Map<String, String> persons = new LinkedHashMap<>();
        for (DraftMentor mentor : mentors) {
            String personId =
                    SubmitQueries.personOf(connection, ids.next().toString(), mentor, vault, sender.language());
            SubmitQueries.becomeMentor(connection, personId);
            persons.put(mentor.key(), personId);
        }
        return persons;
    }

    private String one(
            SqlConnection connection, Review review, ProgrammeLine line, Map<String, String> persons, Sender sender) {
        DraftRow row = review.open().row();
        Applicant applicant = review.open().applicant();
        persons.values()
                .forEach(person -> ChangeMentors.checkMayBeNamed(
                        connection, person, line.competence().partnership()));
        String id = file.file(
                connection,
                new FileApplication.Filing(
                        Objects.requireNonNull(row.draft().place()).number(),
                        line.code(),
                        line.competence().partnership(),
                        line.competence().sector(),
                        applicant.submittedBy(),
                        sender.personId(),
                        applicant.holder(),
                        null,
                        persons.values().stream().distinct().toList()));
        List<PaperLine> papers = papersFor(connection, review, line);
        papers.forEach(paper -> paper.given()
                .forEach(given -> SubmitQueries.insert(connection, paper(id, paper, given, row.draft(), persons))));
        SubmitQueries.freeze(
                connection, id, FIRST, sender.personId(), frozen(review, line, papers, persons), time.now());
        return id;
    }

    /// A criminal record goes only to who asks for it.
    private static List<PaperLine> papersFor(SqlConnection connection, Review review, ProgrammeLine line) {
        List<String> asked = PaperQueries.asked(
                        connection, List.of(line.competence().partnership()))
                .stream()
                .map(PaperQueries.Asked::kind)
                .toList();
        return review.papers().stream()
                .filter(paper -> asked.contains(paper.kind())
                        || List.of("PRIOR_TRAINING", "PRACTICE", "OTHER").contains(paper.kind()))
                .toList();
    }

    private SubmitQueries.Paper paper(
            String application, PaperLine line, Given given, Draft draft, Map<String, String> persons) {
        return new SubmitQueries.Paper(
                ids.next().toString(),
                application,
                persons.get(line.mentor()),
                given.kind(),
                given.name(),
                given.hash(),
                draft.mentors().stream()
                        .filter(mentor -> mentor.key().equals(line.mentor())
                                && given.kind().equals("CRIMINAL_RECORD"))
                        .map(DraftMentor::extractOn)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                given.uploadedAt(),
                given.uploadedBy());
    }

    private JsonObject frozen(Review review, ProgrammeLine line, List<PaperLine> papers, Map<String, String> persons) {
        DraftRow row = review.open().row();
        Applicant applicant = review.open().applicant();
        Review.PlaceLine place = Objects.requireNonNull(review.place());
        JsonArray mentors = new JsonArray();
        row.draft()
                .mentors()
                .forEach(mentor -> mentors.add(new JsonObject()
                        .put("person", persons.get(mentor.key()))
                        .put("name", mentor.name())
                        .put("practice", mentor.practice())
                        .put("proof", mentor.proof())
                        .put("extractOn", Objects.toString(mentor.extractOn(), null))));
        JsonArray handedIn = new JsonArray();
        papers.forEach(paper -> paper.given()
                .forEach(given -> handedIn.add(new JsonObject()
                        .put("kind", given.kind())
                        .put("person", persons.get(paper.mentor()))
                        .put("name", given.name())
                        .put("hash", given.hash()))));
        return new JsonObject()
                .put("enterprise", row.enterprise())
                .put("company", row.company())
                .put("establishment", place.number())
                .put("address", place.address())
                .put("programme", line.code())
                .put("partnership", line.competence().partnership())
                .put("because", line.competence().ground().name())
                .put("submittedBy", applicant.submittedBy())
                .put("holder", applicant.holder())
                .put("mentors", mentors)
                .put("papers", handedIn)
                .put("declared", true);
    }
}
