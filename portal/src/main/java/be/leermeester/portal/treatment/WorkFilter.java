package be.leermeester.portal.treatment;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.status.RecognitionStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is asked of the work list.
///
/// @param who `mine` (with those of whom I stand in for), `nobody`, a colleague's id, or `""` for everybody's
/// @param status `""` for all that are open
/// @param changed only what changed since I looked
record WorkFilter(String who, String status, boolean changed) {

    static final String PATH = "/handler/work";
    static final List<RecognitionStatus> OPEN = Arrays.stream(RecognitionStatus.values())
            .filter(RecognitionStatus::isOpen)
            .toList();

    static WorkFilter of(Params params) {
        String who = params.text("who");
        String status = params.text("status");
        if (!status.isEmpty() && OPEN.stream().noneMatch(open -> open.name().equals(status))) {
            throw new Problem.BadRequest("problem.parameter-choice", "status", OPEN.toString());
        }
        return new WorkFilter(who, status, params.text("changed").equals("yes"));
    }

    /// A list as a dossier's address carries it: `who.status.changed`.
    static Optional<WorkFilter> parse(String carried) {
        String[] parts = carried.split("~", -1);
        return parts.length == 3
                        && OPEN.stream()
                                .anyMatch(open ->
                                        parts[1].isEmpty() || open.name().equals(parts[1]))
                ? Optional.of(new WorkFilter(parts[0], parts[1], parts[2].equals("yes")))
                : Optional.empty();
    }

    String carried() {
        return who + "~" + status + "~" + (changed ? "yes" : "");
    }

    Address address() {
        return new Address(PATH).with("who", who).with("status", status).with("changed", changed ? "yes" : null);
    }

    WorkFilter of(String other) {
        return new WorkFilter(other, status, changed);
    }

    WorkFilter in(String other) {
        return new WorkFilter(who, other, changed);
    }

    WorkFilter changes(boolean only) {
        return new WorkFilter(who, status, only);
    }
}
