package be.leermeester.portal.exchange.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A file of the format and the table of the database that it fills.
///
/// @param name of the file without `.csv`
/// @param target with its schema
/// @param key the columns that name a row
/// @param join further tables that `derived` reads, in SQL
/// @param touches what is to be told to those who follow up, when a row is new or changed
public record Table(
        String name,
        String target,
        List<String> key,
        List<Column> columns,
        List<RowCheck> checks,
        List<Derived> derived,
        String join,
        Touches touches,
        Map<String, Integer> positions) {

    /// Whose derived data changes with a row.
    public enum Touches {
        NOBODY,
        PERSON,
        MATERIAL
    }

    public Table {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        derived = List.copyOf(derived);
        positions = Map.copyOf(positions);
    }

    static Table of(String name, String target, List<String> key, Column... columns) {
        return new Table(
                name,
                target,
                key,
                List.of(columns),
                List.of(),
                List.of(),
                "",
                Touches.NOBODY,
                IntStream.range(0, columns.length).boxed().collect(Collectors.toMap(i -> columns[i].name(), i -> i)));
    }

    Table checked(RowCheck... rowChecks) {
        return new Table(name, target, key, columns, List.of(rowChecks), derived, join, touches, positions);
    }

    Table deriving(Derived... more) {
        return new Table(name, target, key, columns, checks, List.of(more), join, touches, positions);
    }

    Table joining(String tables) {
        return new Table(name, target, key, columns, checks, derived, tables, touches, positions);
    }

    Table touching(Touches whom) {
        return new Table(name, target, key, columns, checks, derived, join, whom, positions);
    }

    public String file() {
        return name + ".csv";
    }

    /// The temporary table that its rows are staged in.
    public String stage() {
        return "stage_" + name;
    }

    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(file() + " has no column " + column);
        }
        return position;
    }

    public @Nullable Column column(String columnName) {
        Integer position = positions.get(columnName);
        return position == null ? null : columns.get(position);
    }

    public int[] keyPositions() {
        return key.stream().mapToInt(this::position).toArray();
    }

    /// The columns of the database's table that the key stands in.
    public List<String> targetKey() {
        return key.stream()
                .map(name -> columns.get(position(name)).target())
                .map(String::valueOf)
                .toList();
    }
}
