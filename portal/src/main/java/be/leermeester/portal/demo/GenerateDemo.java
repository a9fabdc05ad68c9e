package be.leermeester.portal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Writes a complete exchange folder (import.md) of a Flanders that does not exist, as of a given day.
///
/// The same day and seed give the same files. The numbers of companies, establishments and people are none that the
/// register or the Flemish data set of 2021 gave out, so that the demo can be imported beside it.
public final class GenerateDemo {

    /// Before this day the mentors of the earliest rules would still be under way.
    private static final LocalDate EARLIEST = LocalDate.of(2024, 1, 1);

    /// The seed that `./run` and the tests of pages use.
    public static final long SEED = 20_261_122L;

    private GenerateDemo() {}

    /// Writes into the folder, which is made where it is not there; files of an earlier demo are overwritten.
    ///
    /// @throws IllegalArgumentException for a day before 2024
    public static void into(Path folder, LocalDate today, long seed) throws IOException {
        DemoWorld world = world(today, seed);
        DemoMaterials.write(world, folder);
        world.tables().write(folder);
    }

    /// All but the materials, which do not depend on chance.
    static DemoWorld world(LocalDate today, long seed) {
        if (today.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("the demo plays in 2024 or later, not on " + today);
        }
        DemoWorld world = DemoWorld.of(today, seed);
        people(world);
        return world;
    }

    private static void people(DemoWorld world) {
        DemoProviders.open(world);
        new DemoCompanies(world).found();
        new DemoMentors(world).appoint();
        DemoDossiers dossiers = new DemoDossiers(world);
        dossiers.file();
        new DemoOpenDossiers(world).file();
        dossiers.more();
        DemoCast cast = new DemoCast(world);
        cast.enter();
        new DemoEndings(world).settle();
        new DemoSequels(world).file();
        DemoRecords records = new DemoRecords(world);
        records.number();
        new DemoAppeals(world).lodge();
        records.write();
        new DemoStaff(world).hire();
        lessons(world, cast);
        new DemoAgreements(world).sign();
        new DemoContacts(world).log();
    }

    private static void lessons(DemoWorld world, DemoCast cast) {
        List<DemoCourses.Run> runs = new DemoCourses(world).plan();
        DemoEnrolments enrolments = new DemoEnrolments(world);
        cast.studies(enrolments, runs.getFirst());
        enrolments.fill(runs);
        new DemoTrainings(world).follow();
    }
}
