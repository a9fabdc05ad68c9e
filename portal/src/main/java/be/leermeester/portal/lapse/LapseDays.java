package be.leermeester.portal.lapse;

import be.leermeester.learning.deadline.LapsePolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Says what passed deadlines do, one day after the other: the night's work, the forecast and the handler's page ask
/// the same. First what was kept until the day, then who lapses on it: a lapse on 1 September belongs to the new school
/// year (domain.md 9.17). It knows what it said before: what is revoked one day is not there the next.
final class LapseDays {

    private final TreeMap<String, Recognised> recognitions = new TreeMap<>();

    LapseDays(Collection<Recognised> recognitions) {
        recognitions.forEach(this::put);
    }

    private void put(Recognised recognition) {
        recognitions.put(recognition.id(), recognition);
    }

    /// What happens on a day; call it for days in order.
    List<Consequence> on(LocalDate day, Collection<Late> late) {
        recognitions.values().removeIf(recognition -> !recognition.holdsOn(day));
        List<Consequence> happens = keptUntil(day);
        late.stream().sorted(Late.ORDER).forEach(each -> {
            boolean waits = each.policy() == LapsePolicy.HANDLER_CONFIRMS;
            happens.add(new Consequence.Lapsed(day, each, waits));
            if (!waits) {
                happens.addAll(strike(day, each));
            }
        });
        return happens;
    }

    private List<Consequence> keptUntil(LocalDate day) {
        List<Consequence> happens = new ArrayList<>();
        List<Recognised> ending = recognitions.values().stream()
                .filter(recognition -> recognition.keptUntil() != null
                        && !recognition.keptUntil().isAfter(day))
                .toList();
        for (Recognised recognition : ending) {
            if (recognition.mentors().isEmpty()) {
                recognitions.remove(recognition.id());
                happens.add(new Consequence.Revoked(day, recognition, true));
            } else {
                put(recognition.keptUntil(null));
                happens.add(new Consequence.Released(day, recognition));
            }
        }
        return happens;
    }

    /// Strikes the mentor off all recognitions of the partnership, and says what becomes of those left without any.
    /// What a handler has to confirm is done as in the rule that keeps what has an agreement.
    List<Consequence> strike(LocalDate day, Late late) {
        List<Consequence> happens = new ArrayList<>();
        List<Recognised> own = recognitions.values().stream()
                .filter(recognition -> recognition.partnership().equals(late.partnership())
                        && recognition.mentors().contains(late.personId())
                        && recognition.holdsOn(day))
                .toList();
        for (Recognised recognition : own) {
            Recognised left = recognition.without(late.personId());
            put(left);
            happens.add(new Consequence.Struck(day, left, late.personId()));
            if (left.mentors().isEmpty() && left.keptUntil() == null) {
                happens.add(abandoned(day, left, late));
            }
        }
        return happens;
    }

    private Consequence abandoned(LocalDate day, Recognised left, Late late) {
        if (late.policy() == LapsePolicy.AUTOMATIC_AT_ONCE || !left.hasAgreementOn(day)) {
            recognitions.remove(left.id());
            return new Consequence.Revoked(day, left, false);
        }
        LocalDate revokeOn = Recognised.endOfSchoolYear(day);
        put(left.keptUntil(revokeOn));
        return new Consequence.Kept(day, left, late.personId(), revokeOn);
    }
}
