package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What all parts of the demo share while it is being made; each part adds to it.
record DemoWorld(
        LocalDate today,
        DemoDice dice,
        DemoNames names,
        DemoCatalogue catalogue,
        DemoTables tables,
        List<DemoWorkplace> workplaces,
        List<DemoMentor> mentors,
        List<DemoDossier> dossiers,
        List<DemoProviders.Provider> providers) {

    static DemoWorld of(LocalDate today, long seed) {
        DemoDice dice = new DemoDice(seed);
        return new DemoWorld(
                today,
                dice,
                new DemoNames(dice),
                DemoCatalogue.read(),
                new DemoTables(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// Writes a person with a name and mail address of their own; nobody's telephone number begins with 0400.
    void person(String id, String nationalNumber, String first, String last, String language, boolean reachable) {
        tables.add(
                DemoFile.PERSONS,
                id,
                nationalNumber,
                first,
                last,
                reachable ? DemoNames.email(first, last, id) : "",
                reachable && dice.chance(60) ? "0400" + dice.between(100_000, 999_999) : "",
                language);
    }

    void role(String personId, String role, String scope) {
        tables.add(DemoFile.ROLES, personId, role, scope);
    }
}
