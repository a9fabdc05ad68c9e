package be.leermeester.portal.rows;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// Which rows somebody sees, the same in every list, page, file and answer (P1): a company its own, a school and a
/// consultant the companies that mandated them and what they filed there, while the mandate holds ([Held]), a school
/// where it has agreements too, a handler the own partnerships, an administrator everything, everybody else nothing.
/// Somebody with several roles sees what each of them shows.
public record Scope(boolean everything, List<String> partnerships, List<String> enterprises, List<String> providers) {

    public Scope {
        partnerships = everything ? List.of() : List.copyOf(partnerships);
        enterprises = everything ? List.of() : List.copyOf(enterprises);
        providers = everything ? List.of() : List.copyOf(providers);
    }

    public static Scope of(Identity identity) {
        return of(identity, EnumSet.allOf(Role.class));
    }

    /// What the roles among `counted` show; the others count for nothing.
    public static Scope of(Identity identity, EnumSet<Role> counted) {
        List<String> partnerships = counted.contains(Role.HANDLER) ? identity.scopes(Role.HANDLER) : List.of();
        boolean everything = (counted.contains(Role.ADMIN) && identity.has(Role.ADMIN)) || partnerships.contains("");
        return new Scope(
                everything,
                partnerships,
                counted.contains(Role.COMPANY) ? identity.scopes(Role.COMPANY) : List.of(),
                counted.contains(Role.SCHOOL) ? identity.scopes(Role.SCHOOL) : List.of());
    }

    /// Whether the work of a partnership is this person's: its notes and contacts are for nobody else.
    public boolean handles(String partnership) {
        return everything || partnerships.contains(partnership);
    }

    public boolean isCompany(String enterprise) {
        return enterprises.contains(enterprise);
    }

    /// Whether all rows are of one company, so that its name need not stand beside each.
    public boolean oneCompany() {
        return !everything && partnerships.isEmpty() && providers.isEmpty() && enterprises.size() == 1;
    }

    /// Recognition dossiers; `portal.application` is `a`.
    public void dossiers(Where where, LocalDate today) {
        List<String> ways = new ArrayList<>();
        if (!partnerships.isEmpty()) {
            ways.add(where.fill("a.partnership_code = ANY (?)", partnerships));
        }
        if (!enterprises.isEmpty()) {
            ways.add(where.fill("""
                    a.establishment_number IN (
                      SELECT establishment_number FROM portal.establishment WHERE enterprise_number = ANY (?))""", enterprises));
        }
        if (!providers.isEmpty()) {
            ways.add("a.id IN (%s\nUNION ALL %s)"
                    .formatted(
                            where.fill(
                                    "SELECT application_id FROM portal.agreement WHERE provider_code = ANY (?)",
                                    providers),
                            held(today).dossiers(where)));
        } else if (!partnerships.isEmpty()) {
            // An array is looked up through the index on the id; IN would make every handler's list read all dossiers.
            ways.add("a.id = ANY (ARRAY(" + held(today).dossiers(where) + "))");
        }
        if (!partnerships.isEmpty()) {
            // While another partnership waits for this one's advice about it (R11).
            ways.add(where.fill(
                    "a.id = ANY (ARRAY(SELECT application_id FROM portal.advice_request"
                            + " WHERE answered_at IS NULL AND asked_code = ANY (?)))",
                    partnerships));
        }
        restrict(where, ways);
    }

    /// Only what the person's schools or partnerships filed under a mandate; `portal.application` is `a`.
    public void filed(Where where, LocalDate today) {
        where.and("a.id IN (" + held(today).dossiers(where) + ")");
    }

    /// Companies that somebody sees before there is any dossier: the own, and those whose mandate holds;
    /// `portal.company` is `c`.
    public void companies(Where where, LocalDate today) {
        List<String> ways = new ArrayList<>();
        if (!enterprises.isEmpty()) {
            ways.add(where.fill("c.enterprise_number = ANY (?)", enterprises));
        }
        if (!providers.isEmpty() || !partnerships.isEmpty()) {
            ways.add("c.enterprise_number IN (" + held(today).companies(where) + ")");
        }
        restrict(where, ways);
    }

    private Held held(LocalDate today) {
        return new Held(providers, partnerships, today);
    }

    /// Agreements; `portal.agreement` is `g`, its `portal.application` is `a`.
    public void agreements(Where where) {
        List<String> ways = new ArrayList<>();
        if (!partnerships.isEmpty()) {
            ways.add(where.fill("a.partnership_code = ANY (?)", partnerships));
        }
        if (!enterprises.isEmpty()) {
            ways.add(where.fill("""
                    a.establishment_number IN (
                      SELECT establishment_number FROM portal.establishment WHERE enterprise_number = ANY (?))""", enterprises));
        }
        if (!providers.isEmpty()) {
            ways.add(where.fill("g.provider_code = ANY (?)", providers));
        }
        restrict(where, ways);
    }

    /// Mentors with their obligation; `learning.obligation` is `o`. A company sees those it named, a school those of
    /// its
    /// agreements and those it named under a mandate, a handler those with an obligation towards the partnership.
    public void mentors(Where where, LocalDate today) {
        List<String> ways = new ArrayList<>();
        if (!partnerships.isEmpty()) {
            ways.add(where.fill("o.partnership_code = ANY (?)", partnerships));
        }
        if (!enterprises.isEmpty()) {
            ways.add(where.fill("""
                    EXISTS (
                      SELECT FROM portal.establishment own
                      JOIN portal.application filed USING (establishment_number)
                      JOIN learning.mentor_application named ON named.application_id = filed.id
                      WHERE own.enterprise_number = ANY (?) AND named.person_id = o.person_id
                        AND named.partnership_code = o.partnership_code)""", enterprises));
        }
        if (!providers.isEmpty()) {
            ways.add(where.fill("""
                    o.person_id IN (SELECT mentor_person_id FROM portal.agreement WHERE provider_code = ANY (?))""", providers));
            ways.add("""
                    (o.person_id, o.partnership_code) IN (
                      SELECT person_id, partnership_code FROM learning.mentor_application
                      WHERE application_id IN (%s))""".formatted(held(today).dossiers(where)));
        }
        restrict(where, ways);
    }

    /// Contacts of partnerships with companies; `portal.contact` is `k`.
    public void contacts(Where where) {
        restrict(
                where,
                Stream.of(partnerships)
                        .filter(codes -> !codes.isEmpty())
                        .map(codes -> where.fill("k.partnership_code = ANY (?)", codes))
                        .toList());
    }

    private void restrict(Where where, List<String> ways) {
        if (!everything) {
            where.and(ways.isEmpty() ? "FALSE" : String.join("\n    OR ", ways));
        }
    }

    /// Throws [Problem.NotFound] where nothing at all can be seen.
    public Scope orNotFound() {
        if (!everything && partnerships.isEmpty() && enterprises.isEmpty() && providers.isEmpty()) {
            throw new Problem.NotFound();
        }
        return this;
    }
}
