package be.leermeester.portal.exchange;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.person.NationalNumberVault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What import and export work with.
public record Exchange(DatabaseAddress database, NationalNumberVault vault, FileStore files, Time time, Ids ids) {

    /// A connection of PostgreSQL's own driver: the reactive client has no COPY.
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbc());
    }
}
