package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.Derived;
import be.leermeester.portal.exchange.format.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statement that moves staged rows into their table: new ones are inserted, known ones changed where they differ,
/// and what is equal is not touched at all, so that importing twice changes nothing. Answers how many rows it wrote.
final class Upsert {

    private final Table table;
    private final Set<String> present;
    private final List<String> columns = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    private Upsert(Table table, Set<String> present) {
        this.table = table;
        this.present = present;
        table.columns().forEach(this::add);
        table.derived().forEach(this::add);
    }

    /// @param present the columns of the file that known rows follow
    /// @param now the moment of the import, in SQL
    static String sql(Table table, Set<String> present, String now) {
        Upsert upsert = new Upsert(table, present);
        return upsert.sql(upsert.changed(), upsert.onConflict()).replace(":now", now);
    }

    /// As [#sql], into a table that is empty: no row can be known, which saves a good part of the time.
    static String intoEmpty(Table table, String now) {
        return new Upsert(table, Set.of()).sql("", "").replace(":now", now);
    }

    private void add(Column column) {
        String target = column.target();
        if (target == null) {
            return;
        }
        columns.add(quoted(target));
        values.add("s." + column.quoted());
        if (present.contains(column.name()) && !table.key().contains(column.name())) {
            updates.add(quoted(target) + " = excluded." + quoted(target));
            changes.add("t." + quoted(target) + " IS DISTINCT FROM s." + column.quoted());
        }
    }

    private void add(Derived derived) {
        columns.add(quoted(derived.target()));
        values.add(derived.expression());
        boolean follows = derived.from() == null || present.contains(derived.from());
        add(follows ? derived.update() : null, updates, quoted(derived.target()) + " = ");
        add(follows ? derived.changed() : null, changes, "");
    }

    private static void add(@Nullable String expression, List<String> to, String prefix) {
        if (expression != null) {
            to.add(prefix + expression);
        }
    }

    private String sql(String changed, String onConflict) {
        return "WITH written AS (INSERT INTO " + table.target() + " AS t (" + String.join(", ", columns) + ")"
                + "\nSELECT " + String.join(", ", values)
                + "\nFROM " + table.stage() + " s " + table.join() + changed + onConflict
                + "\nRETURNING " + touched(table.touches()) + " AS touched)" + noted(table.touches())
                + "\nSELECT count(*) FROM written";
    }

    private String changed() {
        List<String> key = table.targetKey();
        List<String> wanted = new ArrayList<>(List.of("t." + quoted(key.getFirst()) + " IS NULL"));
        wanted.addAll(changes);
        return "\nLEFT JOIN " + table.target() + " t ON " + sameKey(key) + "\nWHERE " + String.join(" OR ", wanted);
    }

    private String onConflict() {
        return "\nON CONFLICT ("
                + table.targetKey().stream().map(Upsert::quoted).collect(Collectors.joining(", ")) + ") DO "
                + (updates.isEmpty() ? "NOTHING" : "UPDATE SET " + String.join(", ", updates));
    }

    private String sameKey(List<String> targets) {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            same.add(
                    "t." + quoted(targets.get(i)) + " = s." + quoted(table.key().get(i)));
        }
        return String.join(" AND ", same);
    }

    private static String touched(Table.Touches touches) {
        return switch (touches) {
            case NOBODY -> "''";
            case PERSON -> "t.person_id";
            case MATERIAL -> "t.id";
        };
    }

    private static String noted(Table.Touches touches) {
        return switch (touches) {
            case NOBODY -> "";
            case PERSON -> ", noted AS (INSERT INTO touched_person SELECT DISTINCT touched FROM written)";
            case MATERIAL -> ", noted AS (INSERT INTO touched_material SELECT DISTINCT touched FROM written)";
        };
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
