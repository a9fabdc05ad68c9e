package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.nightly.NightPages;
import java.util.List;

/// What the portal does with dossiers by itself, wired by hand.
final class OwnWork {

    private OwnWork() {}

    static List<Feature> of(Tools tools) {
        return List.of(nights(tools));
    }

    private static NightPages nights(Tools tools) {
        return new NightPages(
                tools.db(),
                tools.messages(),
                tools.post(),
                tools.outbox(),
                tools.ids(),
                tools.time(),
                tools.threads(),
                tools.changeStatus());
    }
}
