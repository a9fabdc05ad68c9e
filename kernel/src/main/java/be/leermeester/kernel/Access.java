package be.leermeester.kernel;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may use a route at all; rows are decided by the query behind it. Every route states one, and the table of all
/// of them is tested.
public sealed interface Access {

    /// No sign-in needed.
    record Anyone() implements Access {}

    /// Anybody signed in, with or without a role.
    record SignedIn() implements Access {}

    /// Anybody who holds one of the roles.
    record Roles(Set<Role> any) implements Access {
        public Roles {
            any = Set.copyOf(any);
        }
    }

    static Access anyone() {
        return new Anyone();
    }

    static Access signedIn() {
        return new SignedIn();
    }

    static Access roles(Role first, Role... others) {
        return new Roles(EnumSet.of(first, others));
    }

    /// Throws [Problem.SignInRequired] or [Problem.Forbidden] where the route is not for this person.
    default void check(@Nullable Identity identity) {
        switch (this) {
            case Anyone _ -> {}
            case SignedIn _ -> required(identity);
            case Roles(Set<Role> any) -> {
                if (required(identity).roles().stream().noneMatch(any::contains)) {
                    throw new Problem.Forbidden(any);
                }
            }
        }
    }

    private static Identity required(@Nullable Identity identity) {
        if (identity == null) {
            throw new Problem.SignInRequired();
        }
        return identity;
    }
}
