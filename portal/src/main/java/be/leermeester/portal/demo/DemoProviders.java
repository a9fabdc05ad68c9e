package be.leermeester.portal.demo;

import java.util.List;
import java.util.Locale;

/// Twenty-five schools and centres, their staff, and the programmes' own file.
final class DemoProviders {

    record Provider(String code, String name, String municipality) {}

    private static final List<String> KINDS = List.of(
            "Technisch Instituut", "Centrum Leren en Werken", "Opleidingscampus", "Atheneum", "Vormingscentrum");

    private DemoProviders() {}

    /// The first is the school of the demo people.
    static void open(DemoWorld world) {
        for (DemoCatalogue.Programme programme : world.catalogue().programmes()) {
            world.tables()
                    .add(
                            DemoFile.PROGRAMMES,
                            programme.code(),
                            programme.name(),
                            programme.system(),
                            programme.level(),
                            "");
        }
        List<DemoCatalogue.Place> places =
                world.dice().shuffled(world.catalogue().places());
        for (int n = 1; n <= 25; n++) {
            DemoCatalogue.Place place = n == 1 ? world.catalogue().place("Gent") : places.get(n);
            String name = n == 1
                    ? "Technisch Instituut De Scheldeboog"
                    : KINDS.get(n % KINDS.size()) + " " + world.names().invented();
            open(world, String.format(Locale.ROOT, "DP%02d", n), name + " " + place.municipality(), place);
        }
    }

    private static void open(DemoWorld world, String code, String name, DemoCatalogue.Place place) {
        world.providers().add(new Provider(code, name, place.municipality()));
        world.tables()
                .add(
                        DemoFile.TRAINING_PROVIDERS,
                        code,
                        name,
                        place.municipality(),
                        place.postalCode(),
                        place.latitude(),
                        place.longitude());
    }
}
