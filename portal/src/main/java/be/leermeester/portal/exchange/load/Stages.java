package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.ExchangeFormat;
import be.leermeester.portal.exchange.format.Row;
import be.leermeester.portal.exchange.format.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;

/// The temporary tables in which good rows wait: one per file, gone with the transaction.
final class Stages {

    private final Connection connection;
    private final CellText texts;
    private final Histories histories;

    Stages(Connection connection, CellText texts, Histories histories) throws SQLException {
        this.connection = connection;
        this.texts = texts;
        this.histories = histories;
        String statements = ExchangeFormat.tables().stream().map(Stages::create).collect(Collectors.joining(";\n"));
        KeyQueries.run(connection, statements);
    }

    CopyRows into(Table table) throws SQLException {
        return new CopyRows(connection, table.stage());
    }

    void append(CopyRows copy, Table table, Row row) throws SQLException, IOException {
        copy.field(Integer.toString(row.line()));
        for (int i = 0; i < table.columns().size(); i++) {
            copy.field(texts.of(table.columns().get(i), row.get(i)));
        }
        copy.endRow();
    }

    /// Keeps what a later step has to judge as a whole.
    void noteFacts(Table table, Row row) {
        if (table.name().equals("application_events")) {
            histories.add(row);
        }
    }

    void drop(Table table, Collection<Integer> lines) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table.stage() + " WHERE line = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("int", lines.toArray()));
            delete.executeUpdate();
        }
    }

    /// The planner knows nothing of temporary tables unless told.
    void analyse(Table table) throws SQLException {
        KeyQueries.run(connection, "ANALYZE " + table.stage());
    }

    private static String create(Table table) {
        return table.columns().stream()
                .map(Stages::column)
                .collect(Collectors.joining(
                        ", ", "CREATE TEMPORARY TABLE " + table.stage() + " (line int, ", ") ON COMMIT DROP"));
    }

    private static String column(Column column) {
        return column.quoted() + " " + column.kind().sqlType();
    }
}
