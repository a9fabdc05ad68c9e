package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.portal.application.PaperQueries.Asked;
import be.leermeester.portal.application.PaperQueries.Given;
import be.leermeester.portal.application.Review.PaperLine;
import java.util.ArrayList;
import java.util.List;

/// The papers of a draft: what the competent partnerships ask (R5), and what was given. On a virtual thread.
final class Papers {

    private final Db db;
    private final KeptFiles files;

    Papers(Db db, KeptFiles files) {
        this.db = db;
        this.files = files;
    }

    KeptFiles files() {
        return files;
    }

    /// What is asked of the company once, and of each mentor; then anything else that somebody wants to add.
    List<PaperLine> lines(String draftId, List<String> partnerships, List<DraftMentor> mentors) {
        List<Given> given = PaperQueries.given(db.reads(), draftId);
        List<PaperLine> lines = new ArrayList<>();
        for (Asked asked : PaperQueries.asked(db.reads(), partnerships)) {
            if (asked.kind().equals("CRIMINAL_RECORD")) {
                mentors.forEach(mentor -> lines.add(line(asked.kind(), mentor, asked.required(), given)));
            } else {
                lines.add(line(asked.kind(), asked.required(), given));
            }
        }
        mentors.stream()
                .filter(DraftMentor::proof)
                .forEach(mentor -> lines.add(line("PRIOR_TRAINING", mentor, true, given)));
        lines.add(line("OTHER", false, given));
        return List.copyOf(lines);
    }

    private static PaperLine line(String kind, boolean required, List<Given> given) {
        return new PaperLine(kind, "", "", required, of(given, kind, ""));
    }

    private static PaperLine line(String kind, DraftMentor mentor, boolean required, List<Given> given) {
        return new PaperLine(kind, mentor.key(), mentor.name(), required, of(given, kind, mentor.key()));
    }

    private static List<Given> of(List<Given> given, String kind, String mentor) {
        return given.stream()
                .filter(paper -> paper.kind().equals(kind) && paper.mentor().equals(mentor))
                .toList();
    }

    /// Throws a draft away with its files.
    void discard(String draftId) {
        db.transact(connection -> {
            List<String> hashes = PaperQueries.given(connection, draftId).stream()
                    .map(Given::hash)
                    .toList();
            boolean gone = DraftQueries.delete(connection, draftId);
            if (gone) {
                files.forget(connection, hashes);
            }
            return gone;
        });
    }

    /// Takes one paper away.
    void remove(String draftId, String id) {
        db.transact(connection -> {
            String hash = PaperQueries.delete(connection, draftId, id);
            if (hash != null) {
                files.forget(connection, List.of(hash));
            }
            return id;
        });
    }
}
