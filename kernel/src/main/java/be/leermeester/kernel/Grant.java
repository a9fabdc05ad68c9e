package be.leermeester.kernel;

/// A role that a person holds, within a scope: an enterprise number (COMPANY), a partnership code (HANDLER, ADVISOR,
/// TRAINER, MONITOR), a provider code (SCHOOL, TEACHER), or `""` where the role reaches everything or needs none.
public record Grant(Role role, String scope) {

    public Grant(Role role) {
        this(role, "");
    }

    /// The key under which events reach the holder, see [Event#audience].
    public String audienceKey() {
        return switch (role) {
            case COMPANY -> "company:" + scope;
            case SCHOOL, TEACHER -> "provider:" + scope;
            case HANDLER, ADVISOR, TRAINER -> "partnership:" + scope;
            case MENTOR -> "mentors";
            case MONITOR -> "monitors";
            case ADMIN -> "admins";
        };
    }
}
