package be.leermeester.portal.rows;

import java.time.LocalDate;
import java.util.List;

/// Which mandates hold: the one place that says it, for rows and for acts alike (R8). A school holds them by its
/// provider code, a consultant by the code of the partnership.
///
/// @param providers provider codes
/// @param partnerships partnership codes
public record Held(List<String> providers, List<String> partnerships, LocalDate today) {

    public Held {
        providers = List.copyOf(providers);
        partnerships = List.copyOf(partnerships);
    }

    /// Whether a mandate holds on the day; `portal.mandate` is `m`.
    public static String sql(Where where, LocalDate today) {
        return where.fill(
                "m.revoked_at IS NULL AND m.starts_on <= ? AND (m.ends_on IS NULL OR m.ends_on >= ?)", today, today);
    }

    /// Whether it is one of these holders' and holds; `portal.mandate` is `m`.
    public String sql(Where where) {
        return whose(where) + " AND " + sql(where, today);
    }

    /// Whether it is one of these holders', in force or not; `portal.mandate` is `m`.
    public String whose(Where where) {
        return where.fill("""
                (m.kind = 'TRAINING_PROVIDER' AND m.holder = ANY (?)
                 OR m.kind IN ('SECTOR_CONSULTANT', 'WORKPLACE_COUNSELLOR') AND m.holder = ANY (?))""", providers, partnerships);
    }

    /// The ids of the dossiers that they filed under a mandate that still holds and reaches them. Who filed an imported
    /// one is not known: there the kind and the day tell.
    String dossiers(Where where) {
        return """
                SELECT filed.id
                FROM portal.mandate m
                JOIN portal.establishment at USING (enterprise_number)
                JOIN portal.application filed USING (establishment_number)
                WHERE %s
                  AND filed.submitted_by = m.kind
                  AND (filed.filed_as = m.holder OR filed.filed_as IS NULL AND filed.submitted_at >= m.starts_on)
                  AND (m.establishments = '{}' OR filed.establishment_number = ANY (m.establishments))
                  AND (m.programmes = '{}' OR filed.programme_code = ANY (m.programmes))""".formatted(sql(where));
    }

    /// The companies that mandated them.
    String companies(Where where) {
        return "SELECT m.enterprise_number FROM portal.mandate m WHERE " + sql(where);
    }
}
