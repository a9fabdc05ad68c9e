package be.leermeester.portal.register;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.TreeSet;

/// Does what the register says (R10, I2): what stopped ends its recognitions on the day as given, what moved gets its
/// new address and an item for each partnership concerned, what is called otherwise its new name. A full set tells how
/// things are, not that they changed: it corrects addresses and names without items or mails, and stops nothing.
final class RegisterChanges {

    private final ChangeStatus change;
    private final TellOfRegister tell;
    private final Ids ids;
    private final Time time;

    RegisterChanges(ChangeStatus change, TellOfRegister tell, Ids ids, Time time) {
        this.change = change;
        this.tell = tell;
        this.ids = ids;
        this.time = time;
    }

    /// What is counted along the way.
    private static final class Tally {
        int stopped;
        int recognitions;
        int applications;
        int moved;
        int renamed;
        int transferred;

        JsonObject json() {
            return new JsonObject()
                    .put("stopped", stopped)
                    .put("recognitions", recognitions)
                    .put("applications", applications)
                    .put("moved", moved)
                    .put("renamed", renamed)
                    .put("transferred", transferred);
        }
    }

    JsonObject apply(SqlConnection connection, Extract extract, RegisterSet set) {
        Tally tally = new Tally();
        for (String number : new TreeSet<>(set.stopped)) {
            Located address = set.addresses.get(number);
            LocalDate struck = address == null ? null : address.struckOff();
            stop(connection, extract, number, struck == null ? extract.snapshot() : struck, tally);
        }
        new TreeMap<>(set.addresses).forEach((number, address) -> {
            if (!number.matches("[01].*") && !set.stopped.contains(number) && address.struckOff() == null) {
                move(connection, extract, number, address, tally);
            }
        });
        new TreeMap<>(set.names).forEach((number, name) -> rename(connection, extract, number, name, tally));
        new TreeMap<>(set.owners).forEach((number, owner) -> transfer(connection, number, owner, tally));
        return tally.json();
    }

    private void stop(SqlConnection connection, Extract extract, String number, LocalDate on, Tally tally) {
        if (!RegisterQueries.cease(connection, number, on)) {
            return;
        }
        tally.stopped++;
        RegisterQueries.remember(connection, extract, subject(number), "CEASED", "", on.toString(), time.now());
        if (number.matches("[01].*")) {
            for (String establishment : RegisterQueries.establishments(connection, number)) {
                RegisterQueries.cease(connection, establishment, on);
                end(connection, establishment, on, tally);
            }
        } else {
            end(connection, number, on, tally);
        }
    }

    private void end(SqlConnection connection, String establishment, LocalDate on, Tally tally) {
        for (RegisterQueries.Dossier dossier : RegisterQueries.dossiers(connection, establishment)) {
            LockedDossier settled = change.settled(connection, dossier.id());
            if (settled.status() == RecognitionStatus.APPROVED) {
                change.byPortal(connection, settled, RecognitionStatus.CEASED, on);
                tally.recognitions++;
            } else if (settled.status().isOpen()) {
                FollowUp.ofDossier(dossier.partnership(), "REGISTER_CEASED", dossier.enterprise(), dossier.id(), null)
                        .saying(on.toString())
                        .open(connection, ids.next().toString(), time.now())
                        .await();
                tally.applications++;
            }
        }
    }

    private void move(SqlConnection connection, Extract extract, String number, Located to, Tally tally) {
        RegisterQueries.Place place = RegisterQueries.place(connection, number);
        if (to.isEmpty() || to.sameAs(place.address())) {
            return;
        }
        RegisterQueries.move(connection, number, to);
        String from = place.address().written();
        RegisterQueries.remember(connection, extract, subject(number), "ADDRESS", from, to.written(), time.now());
        tally.moved++;
        if (extract.full()) {
            return;
        }
        RegisterQueries.dossiers(connection, number).stream()
                .map(RegisterQueries.Dossier::partnership)
                .distinct()
                .forEach(partnership -> open(
                        connection,
                        partnership,
                        "REGISTER_MOVED",
                        number,
                        place.enterprise(),
                        from + " → " + to.written()));
        tell.moved(connection, extract, place.enterprise(), number, from, to.written());
    }

    private void rename(SqlConnection connection, Extract extract, String number, String name, Tally tally) {
        boolean company = number.matches("[01].*");
        String before = company
                ? RegisterQueries.companyName(connection, number)
                : RegisterQueries.place(connection, number).name();
        if (before.equalsIgnoreCase(name)) {
            return;
        }
        RegisterQueries.rename(connection, number, name);
        RegisterQueries.remember(connection, extract, subject(number), "NAME", before, name, time.now());
        tally.renamed++;
        if (!extract.full() && company) {
            tell.renamed(connection, extract, number, before, name);
        }
    }

    /// A takeover is for people to judge: recognitions are not handed over by themselves.
    private void transfer(SqlConnection connection, String number, String owner, Tally tally) {
        RegisterQueries.Place place = RegisterQueries.place(connection, number);
        if (owner.isEmpty() || owner.equals(place.enterprise())) {
            return;
        }
        tally.transferred++;
        RegisterQueries.dossiers(connection, number).stream()
                .map(RegisterQueries.Dossier::partnership)
                .distinct()
                .forEach(partnership ->
                        open(connection, partnership, "REGISTER_TRANSFERRED", number, place.enterprise(), owner));
    }

    private void open(
            SqlConnection connection, String partnership, String kind, String number, String enterprise, String said) {
        new FollowUp(partnership, kind, subject(number), enterprise, null, said, null)
                .open(connection, ids.next().toString(), time.now())
                .await();
    }

    private static String subject(String number) {
        return (number.matches("[01].*") ? "company:" : "establishment:") + number;
    }
}
