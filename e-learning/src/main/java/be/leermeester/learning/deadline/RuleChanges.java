package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes of a partnership's training rule (M3): who moves from which date to which is computed by the engine that
/// then derives the obligations anew, before anything is saved. On a virtual thread. Who may change is the caller's to
/// know.
public final class RuleChanges {

    /// A version of a rule.
    ///
    /// @param reminders months before the deadline
    /// @param recordedBy the name of who recorded it; null where it came with the portal
    public record Version(
            TrainingRules.Term term,
            List<Integer> reminders,
            @Nullable String recordedBy) {
        public Version {
            reminders = List.copyOf(reminders);
        }
    }

    /// Somebody whose date or light moves.
    ///
    /// @param lateAtOnce whether the deadline would be past the moment the rule is saved
    public record Move(
            String personId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Flag flagBefore,
            @Nullable Flag flagAfter,
            boolean lateAtOnce) {

        public boolean otherDate() {
            return !Objects.equals(from, to);
        }
    }

    /// @param looked how many have to follow the training, or had
    /// @param before how many have each light today
    public record Preview(long looked, List<Move> moves, Map<Flag, Long> before, Map<Flag, Long> after) {
        public Preview {
            moves = List.copyOf(moves);
        }

        /// How many would be late the moment it is saved: such a rule is refused.
        public long lateAtOnce() {
            return moves.stream().filter(Move::lateAtOnce).count();
        }
    }

    /// More months for one person, on request (M4).
    public record Extension(String personId, String partnership, int months, String reason, String by) {}

    private RuleChanges() {}

    /// The versions of one partnership, the last one first; with null the one that holds of each.
    public static Future<List<Version>> versions(SqlClient client, @Nullable String partnership) {
        return RuleQueries.versions(client, partnership);
    }

    /// What a new version would move.
    public static Preview preview(SqlClient client, TrainingRules.Term next, LocalDate today) {
        TrainingRules now = DeadlineQueries.rules(client).await();
        TrainingRules then = now.with(next);
        String[] persons = RuleQueries.obliged(client, next.partnership()).await();
        Comparison comparison = new Comparison(now, then, next.partnership(), today);
        var rows = client.preparedQuery(FactQueries.FACTS_OF_SOME)
                .execute(Tuple.tuple().addArrayOfString(persons))
                .await();
        try (var gathering = new FactQueries.Facts(comparison::look)) {
            for (Row row : rows) {
                gathering.add(new Cells.Reactive(row));
            }
        }
        return comparison.preview();
    }

    /// Saves a new version and derives the obligations of everybody concerned anew; false where somebody saved another
    /// version after the one that was seen.
    public static boolean save(
            SqlConnection connection,
            TrainingRules.Term next,
            LocalDate seen,
            List<Integer> reminders,
            String by,
            Instant now) {
        LocalDate lastDay = next.validFrom().minusDays(1);
        if (!RuleQueries.end(connection, next.partnership(), seen, lastDay).await()) {
            return false;
        }
        RuleQueries.insert(connection, next, reminders, by, now).await();
        DeriveObligations.of(
                        connection,
                        List.of(RuleQueries.obliged(connection, next.partnership())
                                .await()))
                .await();
        return true;
    }

    /// Gives one person more months, and derives the obligation anew.
    public static void extend(SqlConnection connection, String id, Extension more, Instant now) {
        RuleQueries.extend(connection, id, more, now).await();
        DeriveObligations.of(connection, List.of(more.personId())).await();
    }

    /// Derives with both rules, person by person.
    private static final class Comparison {

        private final TrainingRules now;
        private final TrainingRules then;
        private final String partnership;
        private final LocalDate today;
        private final List<Move> moves = new ArrayList<>();
        private final Map<Flag, Long> before = new LinkedHashMap<>();
        private final Map<Flag, Long> after = new LinkedHashMap<>();
        private long looked;

        Comparison(TrainingRules now, TrainingRules then, String partnership, LocalDate today) {
            this.now = now;
            this.then = then;
            this.partnership = partnership;
            this.today = today;
        }

        void look(MentorFacts facts) {
            TrainingObligation old = of(facts, now);
            TrainingObligation changed = of(facts, then);
            if (old == null || changed == null) {
                return;
            }
            looked++;
            Flag oldFlag = old.flag(today, now.termOn(partnership, today).thresholds());
            Flag newFlag = changed.flag(today, then.termOn(partnership, today).thresholds());
            count(before, oldFlag);
            count(after, newFlag);
            boolean open = changed.status() == TrainingStatus.TO_FOLLOW;
            if (open && !(Objects.equals(old.dueOn(), changed.dueOn()) && oldFlag == newFlag)) {
                boolean late = passed(changed.lapsesOn()) && !passed(old.lapsesOn());
                moves.add(new Move(facts.personId(), old.dueOn(), changed.dueOn(), oldFlag, newFlag, late));
            }
        }

        private @Nullable TrainingObligation of(MentorFacts facts, TrainingRules rules) {
            return TrainingObligation.derive(facts, rules).stream()
                    .filter(obligation -> obligation.partnership().equals(partnership))
                    .findFirst()
                    .orElse(null);
        }

        private boolean passed(@Nullable LocalDate lapsesOn) {
            return lapsesOn != null && !lapsesOn.isAfter(today);
        }

        private static void count(Map<Flag, Long> counts, @Nullable Flag flag) {
            if (flag != null) {
                counts.merge(flag, 1L, Long::sum);
            }
        }

        Preview preview() {
            moves.sort(Comparator.comparing(Move::to, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Move::personId));
            return new Preview(looked, moves, before, after);
        }
    }
}
