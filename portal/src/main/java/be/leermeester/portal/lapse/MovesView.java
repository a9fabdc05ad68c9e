package be.leermeester.portal.lapse;

import be.leermeester.kernel.Db;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.RuleChanges.Move;
import be.leermeester.learning.deadline.RuleChanges.Preview;
import be.leermeester.portal.lapse.RulePages.FlagCount;
import be.leermeester.portal.lapse.RulePages.MoveLine;
import be.leermeester.portal.lapse.RulePages.Moves;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A preview of a rule change as a page shows it.
final class MovesView {

    private static final int MOST = 200;

    private final Db db;

    MovesView(Db db) {
        this.db = db;
    }

    Moves of(Preview preview) {
        List<Move> first = preview.moves().stream().limit(MOST).toList();
        Map<String, String> names = NameQueries.persons(
                        db.reads(), first.stream().map(Move::personId).toList())
                .await();
        return new Moves(
                preview.looked(),
                preview.moves().size(),
                preview.moves().stream().filter(Move::otherDate).count(),
                preview.lateAtOnce(),
                Stream.of(Flag.values())
                        .map(flag -> new FlagCount(
                                flag.name(),
                                preview.before().getOrDefault(flag, 0L),
                                preview.after().getOrDefault(flag, 0L)))
                        .toList(),
                first.stream()
                        .map(move -> new MoveLine(
                                move.personId(), names.getOrDefault(move.personId(), move.personId()), move))
                        .toList());
    }
}
