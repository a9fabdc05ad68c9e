package be.leermeester.kernel;

/// What a person can be in the portal; a person can be several (product.md, roles).
public enum Role {
    MENTOR,
    COMPANY,
    SCHOOL,
    TEACHER,
    HANDLER,
    ADVISOR,
    TRAINER,
    MONITOR,
    ADMIN;

    /// The address of the role's start page.
    public String startPage() {
        return "/" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
