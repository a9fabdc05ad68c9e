package be.leermeester.portal;

import be.leermeester.portal.demo.DemoPeople;
import be.leermeester.portal.demo.GenerateDemo;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.exchange.ImportFailed;
import be.leermeester.portal.exchange.RunImport;
import be.leermeester.portal.oidc.demo.DemoPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Fills an empty portal with the demo, through the same import as anybody's data.
public final class DemoContents {

    private DemoContents() {}

    /// The people with a button on the demo's sign-in page.
    public static List<DemoPerson> people() {
        return DemoPeople.all().stream()
                .map(person -> new DemoPerson(
                        person.username(),
                        person.personId(),
                        person.name(),
                        person.roles(),
                        person.nationalNumber(),
                        "nl"))
                .toList();
    }

    /// Loads the demo as of today where nobody is in the portal yet; blocks. Safe to repeat: an interrupted import left
    /// nothing behind.
    public static void fill(Exchange exchange, Path workFolder) {
        if (isFilled(exchange.database())) {
            return;
        }
        Path folder = workFolder.resolve("demo-import");
        RunImport importer = ExchangeCommands.importer(exchange);
        LocalDate today = exchange.time().today();
        try {
            GenerateDemo.into(folder, today, GenerateDemo.SEED);
            RunImport.Result result =
                    importer.run(folder, importer.options("demo", false, today, "portal"), (_, _, _, _) -> {});
            if (!result.outcome().rejects().isEmpty()) {
                throw new IllegalStateException("The demo does not pass its own import: "
                        + result.outcome().rejects().getFirst());
            }
            DemoAdvice.ask(exchange.database(), exchange.time().now());
            DemoFollowUps.open(exchange.database(), exchange.time().now());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ImportFailed failure) {
            throw new IllegalStateException(
                    "The demo cannot be imported: " + failure.key() + failure.arguments(), failure);
        } finally {
            delete(folder);
        }
    }

    /// Ties the demo provider's accounts to their people, so that a program's token is known before anybody signed in
    /// with a browser: access tokens carry no national number.
    static void introduce(DatabaseAddress database, String issuer) {
        String[] ids = people().stream().map(DemoPerson::subject).toArray(String[]::new);
        try (Connection connection = DriverManager.getConnection(database.jdbc());
                PreparedStatement link = connection.prepareStatement("""
                        INSERT INTO kernel.sign_in_identity (issuer, subject, person_id, linked_at)
                        SELECT ?, id, id, now() FROM kernel.person WHERE id = ANY (?)
                        ON CONFLICT (issuer, subject) DO NOTHING
                        """)) {
            link.setString(1, issuer);
            link.setArray(2, connection.createArrayOf("text", ids));
            link.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isFilled(DatabaseAddress database) {
        try (Connection connection = DriverManager.getConnection(database.jdbc());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT FROM kernel.person)")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
