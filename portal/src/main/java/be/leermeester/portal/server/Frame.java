package be.leermeester.portal.server;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands around every page: who is signed in and as what, where one can go, in which language.
record Frame(
        String language,
        List<Language> languages,
        @Nullable String name,
        @Nullable Grant active,
        List<RoleChoice> roles,
        List<Entry> navigation,
        List<Entry> crumbs,
        String address,
        String csrf,
        String version,
        boolean demo,
        @Nullable LocalDate setDay) {

    record Language(String code, boolean current) {}

    /// The address as a value in another one: a list keeps all that was asked of it.
    public String back() {
        return URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /// `label` is what tells two scopes of one role apart.
    record RoleChoice(String value, Role role, String scope, boolean current) {}

    record Entry(String key, String path, boolean current) {}

    private static final List<String> LISTS = List.of(
            "/admin",
            "/admin/imports",
            "/admin/people",
            "/advice",
            "/advisor",
            "/exclusions",
            "/agreements",
            "/company/mandates",
            "/mandates",
            "/applications",
            "/materials",
            "/mentors",
            "/mentor",
            "/recognitions",
            "/reports",
            "/trainer");

    /// At most six entries for each role (look.md).
    private static List<String> pathsOf(Role role) {
        return switch (role) {
            case MENTOR -> List.of("/mentor", "/mentor/courses", "/materials");
            case COMPANY ->
                List.of("/company", "/recognitions", "/mentors", "/agreements", "/company/mandates", "/materials");
            case SCHOOL -> List.of("/school", "/agreements", "/recognitions", "/mandates", "/materials");
            case TEACHER -> List.of("/teacher", "/materials");
            case HANDLER -> List.of("/handler", "/recognitions", "/mentors", "/agreements", "/reports", "/materials");
            case ADVISOR -> List.of("/advisor", "/materials");
            case TRAINER -> List.of("/trainer", "/materials");
            case MONITOR -> List.of("/monitor", "/reports", "/materials");
            case ADMIN -> List.of("/admin", "/admin/imports", "/recognitions", "/mentors", "/reports", "/materials");
        };
    }

    static List<Entry> navigation(@Nullable Identity identity, String path) {
        Grant active = identity == null ? null : identity.active();
        List<String> paths = active == null ? List.of("/materials") : pathsOf(active.role());
        return paths.stream()
                .map(target -> new Entry(
                        "nav." + target.substring(1).replace('/', '.'),
                        target,
                        path.equals(target) || isBelow(path, target, paths)))
                .toList();
    }

    /// The lists above a page that is one of their rows; none on a start page or a list itself.
    static List<Entry> crumbs(String path) {
        return LISTS.stream()
                .filter(list -> path.startsWith(list + "/"))
                .map(list -> new Entry("nav." + list.substring(1).replace('/', '.'), list, false))
                .toList();
    }

    private static boolean isBelow(String path, String target, List<String> paths) {
        return path.startsWith(target + "/")
                && paths.stream()
                        .noneMatch(other -> path.equals(other)
                                || (other.length() > target.length() && path.startsWith(other + "/")));
    }

    static List<RoleChoice> roles(@Nullable Identity identity) {
        if (identity == null || identity.grants().size() < 2) {
            return List.of();
        }
        return identity.grants().stream()
                .map(grant -> new RoleChoice(
                        grant.role().name() + ":" + grant.scope(),
                        grant.role(),
                        grant.scope(),
                        grant.equals(identity.active())))
                .toList();
    }

    static List<Language> languages(Locale current) {
        return be.leermeester.kernel.Messages.LANGUAGES.stream()
                .map(language -> new Language(language.getLanguage(), language.equals(current)))
                .toList();
    }
}
