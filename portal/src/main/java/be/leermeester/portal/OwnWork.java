package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.nightly.NightPages;
import be.leermeester.portal.register.RegisterPages;
import be.leermeester.portal.register.TakeRegister;
import be.leermeester.portal.reminder.ReminderFeatures;
import be.leermeester.portal.reminder.ReminderPreview;
import be.leermeester.portal.renewal.MailingPreview;
import be.leermeester.portal.renewal.RenewalFilePages;
import be.leermeester.portal.renewal.RenewalListPages;
import be.leermeester.portal.renewal.RenewalPages;
import java.util.List;

/// What the portal does with dossiers by itself, wired by hand.
final class OwnWork {

    private OwnWork() {}

    static List<Feature> of(Tools tools) {
        return List.of(
                nights(tools),
                new RenewalPages(tools.db(), tools.post(), tools.messages(), tools.outbox(), tools.ids(), tools.time()),
                new RenewalFilePages(tools.db(), tools.fileApplication(), tools.outbox(), tools.ids(), tools.time()),
                new RenewalListPages(tools.db()),
                new ReminderFeatures(tools.db(), tools.post(), tools.messages(), tools.ids(), tools.time()),
                new RegisterPages(tools.db(), register(tools)));
    }

    static TakeRegister register(Tools tools) {
        return new TakeRegister(
                tools.db(),
                tools.changeStatus(),
                tools.post(),
                tools.messages(),
                tools.outbox(),
                tools.ids(),
                tools.time());
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
                tools.changeStatus(),
                List.of(new MailingPreview(), new ReminderPreview()));
    }
}
