package be.leermeester.kernel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who asks: a signed-in person with the roles that our own tables give, never those that a token claims.
///
/// @param personId our id, empty while the sign-in is not linked to a person (then there are no grants)
/// @param active the role whose pages are shown, null for somebody without any role
public record Identity(
        String personId,
        String name,
        List<Grant> grants,
        @Nullable Grant active) {

    public Identity {
        grants = List.copyOf(grants);
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean has(Role role, String scope) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role && grant.scope().equals(scope));
    }

    /// The scopes held in a role; the active one first, so that pages can start with it.
    public List<String> scopes(Role role) {
        Stream<Grant> first = Stream.ofNullable(active);
        return Stream.concat(first, grants.stream())
                .filter(grant -> grant.role() == role)
                .map(Grant::scope)
                .distinct()
                .toList();
    }

    public Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }

    /// The keys under which events reach this person.
    public Set<String> audienceKeys() {
        return Stream.concat(
                        Stream.of("everybody", "person:" + personId),
                        grants.stream().map(Grant::audienceKey))
                .collect(Collectors.toUnmodifiableSet());
    }
}
