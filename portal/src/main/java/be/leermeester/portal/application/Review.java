package be.leermeester.portal.application;

import be.leermeester.portal.application.Drafts.Open;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft with everything that the register and the rules say of it: what is filled in, what is still asked.
///
/// @param papers what the competent partnerships ask, and what was given
record Review(
        Open open,
        @Nullable PlaceLine place,
        List<ProgrammeLine> programmes,
        List<MentorLine> mentors,
        List<PaperLine> papers) {

    /// @param problem the key of what is wrong with it; null where nothing is
    record PlaceLine(
            String number,
            String written,
            String name,
            String address,
            boolean added,
            @Nullable String problem) {}

    /// @param other the dossier that stands in the way
    record ProgrammeLine(
            String code,
            String name,
            String system,
            Competence competence,
            String partnership,
            String committee,
            @Nullable String other) {

        public String whyKey() {
            return "application.competence." + competence.ground();
        }
    }

    record MentorLine(DraftMentor mentor, List<MentorCheck.Failed> failed) {}

    /// @param mentor the key of the mentor whose paper it is; `""` for one of the company
    /// @param given the file handed in; null where there is none yet
    record PaperLine(String kind, String mentor, String name, boolean required, List<PaperQueries.Given> given) {
        public String termKey() {
            return "application.paper." + kind;
        }

        /// Tells its form apart from the others on the page.
        public String at() {
            return kind + mentor;
        }

        public boolean lacks() {
            return required && given.isEmpty();
        }
    }

    public String id() {
        return open.row().id();
    }

    public String company() {
        return open.row().company();
    }

    public int version() {
        return open.row().version();
    }

    public boolean mandated() {
        return !open.applicant().isCompany();
    }

    public boolean placeReady() {
        return place != null && place.problem() == null;
    }

    public boolean programmesReady() {
        return !programmes.isEmpty() && programmes.stream().allMatch(line -> line.other() == null);
    }

    public boolean mentorsReady() {
        return !mentors.isEmpty()
                && mentors.stream().allMatch(line -> line.failed().isEmpty());
    }

    public boolean papersReady() {
        return papers.stream().noneMatch(PaperLine::lacks);
    }

    public boolean papersAsked() {
        return papers.stream().anyMatch(PaperLine::required);
    }

    public int programmeCount() {
        return programmes.size();
    }

    public int mentorCount() {
        return mentors.size();
    }

    /// Whether it is known what is asked, and it is there.
    public boolean papersKnown() {
        return papersReady() && programmesReady() && mentorsReady();
    }

    public boolean ready() {
        return placeReady() && programmesReady() && mentorsReady() && papersReady();
    }

    /// How many of the four parts are filled in.
    public long done() {
        return List.of(placeReady(), programmesReady(), mentorsReady(), papersKnown()).stream()
                .filter(Boolean::booleanValue)
                .count();
    }

    List<String> partnerships() {
        return programmes.stream()
                .map(line -> line.competence().partnership())
                .distinct()
                .toList();
    }
}
