package be.leermeester.portal.followup;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.rows.Address;
import java.util.List;

/// What is asked of the follow-up list.
///
/// @param kind `""` for all
/// @param who `mine`, `nobody`, or `""` for everybody's
/// @param company part of a name or the digits of a number
/// @param resting those that were put off until a later day, instead of those to do now
public record FollowUpFilter(String partnership, String kind, String who, String company, boolean resting) {

    public static final String PATH = "/follow-ups";

    /// Everything that is to be done now, of one partnership or of all.
    public static FollowUpFilter of(String partnership) {
        return new FollowUpFilter(partnership, "", "", "", false);
    }

    static FollowUpFilter of(Params params) {
        String who = params.text("who");
        if (!List.of("", "mine", "nobody").contains(who)) {
            throw new Problem.BadRequest("problem.parameter-choice", "who", "mine, nobody");
        }
        return new FollowUpFilter(
                params.text("partnership"),
                params.choice("kind", FollowUpKind.class).map(Enum::name).orElse(""),
                who,
                params.text("company"),
                params.text("resting").equals("yes"));
    }

    public Address address() {
        return new Address(PATH)
                .with("partnership", partnership)
                .with("kind", kind)
                .with("who", who)
                .with("company", company)
                .with("resting", resting ? "yes" : null);
    }

    FollowUpFilter whose(String other) {
        return new FollowUpFilter(partnership, kind, other, company, resting);
    }

    FollowUpFilter atRest(boolean other) {
        return new FollowUpFilter(partnership, kind, who, company, other);
    }

    FollowUpFilter ofAnyKind() {
        return new FollowUpFilter(partnership, "", who, company, resting);
    }
}
