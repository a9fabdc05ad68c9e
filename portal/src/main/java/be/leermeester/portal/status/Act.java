package be.leermeester.portal.status;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change of status that somebody wants.
///
/// @param seen the number of the last change that the person saw when deciding; null where it does not matter
/// @param personId who does it; [be.leermeester.kernel.Event#PORTAL] for the portal's own work
/// @param reasons codes; a rejection and a revocation need one (R6)
/// @param remark the motivation; of at least [#MOTIVATION] characters where reasons are needed
/// @param refusedMentors who of the named mentors is not approved with the dossier; persons' ids
public record Act(
        String applicationId,
        @Nullable Integer seen,
        RecognitionStatus to,
        Actor actor,
        String personId,
        List<String> reasons,
        String remark,
        Set<String> refusedMentors) {

    /// The least that a motivation says, in characters (R6).
    public static final int MOTIVATION = 20;

    public Act {
        reasons = List.copyOf(reasons);
        refusedMentors = Set.copyOf(refusedMentors);
    }

    public static Act of(String applicationId, RecognitionStatus to, Actor actor, String personId) {
        return new Act(applicationId, null, to, actor, personId, List.of(), "", Set.of());
    }

    public Act having(int seen) {
        return new Act(applicationId, seen, to, actor, personId, reasons, remark, refusedMentors);
    }

    public Act because(List<String> reasons, String remark) {
        return new Act(applicationId, seen, to, actor, personId, reasons, remark, refusedMentors);
    }

    public Act withoutMentors(Set<String> refused) {
        return new Act(applicationId, seen, to, actor, personId, reasons, remark, refused);
    }

    /// Whether codes and a motivation are asked of who decides this.
    boolean needsMotivation() {
        return actor != Actor.PORTAL && (to == RecognitionStatus.REJECTED || to == RecognitionStatus.REVOKED);
    }
}
