package be.leermeester.portal.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// What other features do with what was imported, in the transaction of the import: derive anew, ask for a look at new
/// materials.
@FunctionalInterface
public interface ImportFollowUp {

    ImportFollowUp NOTHING = (_, _) -> {};

    /// @param persons whose training facts are new or changed
    /// @param materials that are new or changed
    record Loaded(Set<String> persons, Set<String> materials) {
        public Loaded {
            persons = Set.copyOf(persons);
            materials = Set.copyOf(materials);
        }
    }

    /// A throw undoes the whole import.
    void afterLoad(Connection connection, Loaded loaded) throws SQLException;

    default ImportFollowUp then(ImportFollowUp other) {
        return (connection, loaded) -> {
            afterLoad(connection, loaded);
            other.afterLoad(connection, loaded);
        };
    }
}
