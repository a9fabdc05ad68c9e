package be.leermeester.learning.deadline;

import be.leermeester.learning.deadline.MentorFacts.Application;
import be.leermeester.learning.deadline.MentorFacts.Evidence;
import be.leermeester.learning.deadline.MentorFacts.SingleExtension;
import be.leermeester.learning.deadline.MentorFacts.Struck;
import be.leermeester.learning.deadline.MentorFacts.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows from which obligations are derived, one text for both database clients.
final class FactQueries {

    private FactQueries() {}

    static final String RULES = """
            SELECT partnership_code, valid_from, valid_to, term_months, amber_months, red_months, source,
                   lapse_policy
            FROM learning.training_rule
            UNION ALL
            SELECT NULL, approved_from, approved_to, months, 0, 0, source, NULL FROM learning.term_extension
            UNION ALL
            SELECT partnership_code, valid_from, valid_to, 0, 0, 0, 'REFUSES', array_to_string(refuses_from, ' ')
            FROM learning.acceptance_rule WHERE refuses_from <> '{}'
            """;

    /// Gathers the rows of [#RULES]: an extension for all where there is no partnership; a term of so many months, or
    /// with none the partnerships whose trainings are refused.
    static final class Rules {

        private final List<TrainingRules.Term> terms = new ArrayList<>();
        private final List<TrainingRules.Extension> extensions = new ArrayList<>();
        private final List<TrainingRules.Refusal> refusals = new ArrayList<>();

        void add(Cells row) {
            String partnership = row.textOrNull(0);
            if (partnership == null) {
                extensions.add(new TrainingRules.Extension(row.day(1), row.day(2), row.number(3), row.text(6)));
            } else if (row.number(3) == 0) {
                Set<String> refuses = Set.of(row.text(7).split(" "));
                refusals.add(new TrainingRules.Refusal(partnership, row.day(1), row.dayOrNull(2), refuses));
            } else {
                var thresholds = new Flag.Thresholds(row.number(4), row.number(5));
                terms.add(new TrainingRules.Term(
                        partnership,
                        row.day(1),
                        row.dayOrNull(2),
                        row.number(3),
                        thresholds,
                        row.text(6),
                        LapsePolicy.valueOf(row.text(7))));
            }
        }

        TrainingRules rules() {
            return new TrainingRules(terms, extensions, refusals);
        }
    }

    /// Applications filed before the obligation began start nothing and are left out.
    private static final String FACTS = """
            WITH wanted AS (%s)
            SELECT person_id, 'APPLICATION', partnership_code, application_id,
                   (submitted_at AT TIME ZONE 'Europe/Brussels')::date, decision,
                   (decided_at AT TIME ZONE 'Europe/Brussels')::date, recorded_at
            FROM wanted JOIN learning.mentor_application USING (person_id)
            WHERE submitted_at >= timestamptz '2019-09-01 00:00 Europe/Brussels'
            UNION ALL
            SELECT person_id, 'STRUCK', '', application_id, struck_on, reason, NULL, s.recorded_at
            FROM wanted JOIN learning.mentor_application USING (person_id)
            JOIN learning.struck_mentor s USING (application_id, person_id)
            UNION ALL
            SELECT person_id, 'TRAINING', partnership_code, exemption_ground, since, status, NULL, recorded_at
            FROM wanted JOIN learning.mentor_training USING (person_id)
            UNION ALL
            SELECT person_id, 'EVIDENCE', partnership_code, NULL, (handed_in_at AT TIME ZONE 'Europe/Brussels')::date, state,
                   (decided_at AT TIME ZONE 'Europe/Brussels')::date, handed_in_at
            FROM wanted JOIN learning.evidence USING (person_id) WHERE state IN ('WAITING', 'COPY_ASKED', 'REFUSED')
            UNION ALL
            SELECT person_id, 'EXTENSION', partnership_code, reason, (granted_at AT TIME ZONE 'Europe/Brussels')::date,
                   months::text, NULL, granted_at
            FROM wanted JOIN learning.single_extension USING (person_id) WHERE withdrawn_at IS NULL
            ORDER BY 1
            """;

    static final String FACTS_OF_ALL = FACTS.formatted("SELECT id AS person_id FROM kernel.person");

    /// Takes the person ids as `$1`.
    static final String FACTS_OF_SOME = FACTS.formatted("SELECT DISTINCT unnest($1::text[]) AS person_id");

    /// Gathers rows ordered by person; each person is handed on when the next one begins, the last one by [#close].
    static final class Facts implements AutoCloseable {

        private final Consumer<MentorFacts> next;
        private @Nullable String personId;
        private final List<Application> applications = new ArrayList<>();
        private final List<Struck> struck = new ArrayList<>();
        private final List<Training> trainings = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<SingleExtension> extensions = new ArrayList<>();

        Facts(Consumer<MentorFacts> next) {
            this.next = next;
        }

        void add(Cells row) {
            String person = row.text(0);
            if (!person.equals(personId)) {
                close();
                personId = person;
            }
            switch (row.text(1)) {
                case "APPLICATION" -> applications.add(application(row));
                case "STRUCK" -> struck.add(struck(row));
                case "EVIDENCE" -> evidence.add(new Evidence(row.text(2), row.day(4), row.dayOrNull(6)));
                case "EXTENSION" -> extensions.add(extension(row));
                default -> trainings.add(training(row));
            }
        }

        private static Application application(Cells row) {
            boolean approved = row.text(5).equals("APPROVED");
            return new Application(row.text(3), row.text(2), row.day(4), approved, row.dayOrNull(6), row.moment(7));
        }

        private static Struck struck(Cells row) {
            return new Struck(row.text(3), row.day(4), row.text(5).equals("TRAINING_NOT_FOLLOWED"), row.moment(7));
        }

        private static Training training(Cells row) {
            TrainingStatus status = TrainingStatus.valueOf(row.text(5));
            return new Training(row.text(2), row.day(4), status, row.textOrNull(3), row.moment(7));
        }

        private static SingleExtension extension(Cells row) {
            return new SingleExtension(row.text(2), Integer.parseInt(row.text(5)), row.text(3), row.day(4));
        }

        @Override
        public void close() {
            if (personId != null) {
                next.accept(new MentorFacts(personId, applications, struck, trainings, evidence, extensions));
            }
            personId = null;
            applications.clear();
            struck.clear();
            trainings.clear();
            evidence.clear();
            extensions.clear();
        }
    }
}
