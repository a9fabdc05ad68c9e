package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// About 300 companies with 380 establishments, some of them closed.
final class DemoCompanies {

    private static final int FIRST = 10;

    private final DemoWorld world;
    private int companies = FIRST;
    private int establishments = FIRST;

    DemoCompanies(DemoWorld world) {
        this.world = world;
    }

    void found() {
        List<DemoCatalogue.Sector> sectors = new ArrayList<>();
        for (DemoCatalogue.Sector sector : world.catalogue().sectors()) {
            for (int i = 0; i < sector.weight(); i++) {
                sectors.add(sector);
            }
        }
        for (DemoCatalogue.Sector sector : world.dice().shuffled(sectors)) {
            found(sector);
        }
    }

    private void found(DemoCatalogue.Sector sector) {
        int n = companies++;
        LocalDate ceasedOn = n % 30 == 7 ? closingDay() : null;
        DemoWorkplace.Company company = company(
                world, DemoNumbers.enterprise(n), world.names().company(sector), sector, employees(n), ceasedOn);
        int places = n % 25 == 3 ? 3 : n % 5 == 0 ? 2 : 1;
        for (int i = 0; i < places; i++) {
            boolean closed = ceasedOn == null && i > 0 && n % 40 == 0;
            workplace(
                    world,
                    DemoNumbers.establishment(establishments++),
                    company,
                    world.dice().pick(world.catalogue().places()),
                    closed ? closingDay() : ceasedOn);
        }
    }

    static DemoWorkplace.Company company(
            DemoWorld world,
            String number,
            String name,
            DemoCatalogue.Sector sector,
            @Nullable Integer employees,
            @Nullable LocalDate ceasedOn) {
        world.tables()
                .add(
                        DemoFile.COMPANIES,
                        number,
                        name,
                        world.dice().pick(sector.jointCommittees()),
                        employees,
                        ceasedOn);
        return new DemoWorkplace.Company(number, name, sector, ceasedOn);
    }

    static DemoWorkplace workplace(
            DemoWorld world,
            String number,
            DemoWorkplace.Company company,
            DemoCatalogue.Place place,
            @Nullable LocalDate ceasedOn) {
        world.tables()
                .add(
                        DemoFile.ESTABLISHMENTS,
                        number,
                        company.number(),
                        company.name().replaceFirst(" \\w+$", "") + " " + place.municipality(),
                        world.names().street(),
                        world.dice().between(1, 240),
                        place.postalCode(),
                        place.municipality(),
                        place.province(),
                        nearby(world, place.latitude()),
                        nearby(world, place.longitude()),
                        ceasedOn);
        DemoWorkplace workplace = new DemoWorkplace(number, company, place, ceasedOn);
        world.workplaces().add(workplace);
        return workplace;
    }

    private static String nearby(DemoWorld world, double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees + world.dice().between(-120, 120) / 10_000.0);
    }

    private LocalDate closingDay() {
        LocalDate today = world.today();
        return world.dice().workday(today.minusMonths(34), today.minusMonths(2));
    }

    private @Nullable Integer employees(int n) {
        if (n % 12 == 0) {
            return null;
        }
        return world.dice().chance(60)
                ? world.dice().between(1, 9)
                : world.dice().chance(70)
                        ? world.dice().between(10, 49)
                        : world.dice().between(50, 420);
    }
}
