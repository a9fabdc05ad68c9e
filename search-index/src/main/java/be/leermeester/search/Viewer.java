package be.leermeester.search;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody may see, as the keys that materials carry; one rule for hits, counts, suggestions, pages and files.
record Viewer(Set<String> keys) {

    private static final String PUBLIC = "PUBLIC";
    private static final String SIGNED_IN = "SIGNED_IN";
    private static final String ROLE = "ROLE:";

    Viewer {
        keys = Set.copyOf(keys);
    }

    static Viewer of(Optional<Identity> visitor) {
        Set<String> keys = new HashSet<>(Set.of(PUBLIC));
        visitor.ifPresent(identity -> {
            keys.add(SIGNED_IN);
            for (Role role : identity.roles()) {
                keys.add(ROLE + role);
            }
        });
        return new Viewer(keys);
    }

    /// The keys of which a viewer needs one to see the material.
    static List<String> keysOf(Material material) {
        return switch (material.visibility()) {
            case PUBLIC -> List.of(PUBLIC);
            case SIGNED_IN -> List.of(SIGNED_IN);
            default -> material.visibleTo().stream().map(role -> ROLE + role).toList();
        };
    }

    boolean sees(Material material) {
        return keysOf(material).stream().anyMatch(keys::contains);
    }
}
