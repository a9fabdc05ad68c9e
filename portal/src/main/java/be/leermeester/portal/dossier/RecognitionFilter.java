package be.leermeester.portal.dossier;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is asked of the list of recognition dossiers.
///
/// @param statuses any of them; empty for all
/// @param enterprise digits of an enterprise number, exactly
/// @param programme a programme's code, or part of its name
/// @param query part of a name, or the beginning of a number, of a company or an establishment: whichever of the two
///     is typed, the dossiers of all the company's establishments are found (I6)
/// @param on as it was known at the end of this day; null for now
/// @param only null for all; not together with `on`, as it asks what is to be done now
public record RecognitionFilter(
        List<RecognitionStatus> statuses,
        String partnership,
        String enterprise,
        String programme,
        String province,
        String query,
        @Nullable LocalDate on,
        @Nullable Spotlight only,
        Sort sort) {

    public enum Sort {
        NEWEST("a.submitted_at DESC, a.id DESC"),
        OLDEST("a.submitted_at, a.id"),
        URGENT("a.decide_by NULLS LAST, a.submitted_at, a.id"),
        ENDING("a.valid_until, a.id"),
        COMPANY("c.name, a.id"),
        ID("a.id");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    public RecognitionFilter {
        statuses = List.copyOf(statuses);
    }

    public static RecognitionFilter all() {
        return new RecognitionFilter(List.of(), "", "", "", "", "", null, null, Sort.NEWEST);
    }

    public static RecognitionFilter of(Params params) {
        return new RecognitionFilter(
                params.all("status").stream().map(RecognitionFilter::status).toList(),
                params.text("partnership"),
                Written.digits(params.text("enterprise")).orElse(params.text("enterprise")),
                params.text("programme"),
                params.text("province"),
                params.text("q"),
                params.date("on").orElse(null),
                params.date("on").isPresent()
                        ? null
                        : params.choice("only", Spotlight.class).orElse(null),
                params.choice("sort", Sort.class).orElse(Sort.NEWEST));
    }

    private static RecognitionStatus status(String name) {
        return Arrays.stream(RecognitionStatus.values())
                .filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest("problem.parameter-choice", "status", choices()));
    }

    private static String choices() {
        return Arrays.stream(RecognitionStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    public RecognitionFilter withStatuses(List<RecognitionStatus> others) {
        return new RecognitionFilter(others, partnership, enterprise, programme, province, query, on, only, sort);
    }

    public RecognitionFilter ofPartnership(String code) {
        return new RecognitionFilter(statuses, code, enterprise, programme, province, query, on, only, sort);
    }

    public RecognitionFilter ofEnterprise(String number) {
        return new RecognitionFilter(statuses, partnership, number, programme, province, query, on, only, sort);
    }

    public RecognitionFilter onlyThose(Spotlight spotlight) {
        return new RecognitionFilter(
                statuses, partnership, enterprise, programme, province, query, on, spotlight, sort);
    }

    public RecognitionFilter sortedBy(Sort other) {
        return new RecognitionFilter(statuses, partnership, enterprise, programme, province, query, on, only, other);
    }

    /// The list's address with this question.
    public Address at(String path) {
        return new Address(path)
                .with("status", statuses)
                .with("partnership", partnership)
                .with("enterprise", enterprise)
                .with("programme", programme)
                .with("province", province)
                .with("q", query)
                .with("on", on)
                .with("only", only)
                .with("sort", sort == Sort.NEWEST ? null : sort);
    }

    /// The day it asks about, where that is before `today`: then the history tells.
    Optional<LocalDate> past(LocalDate today) {
        return Optional.ofNullable(on).filter(day -> day.isBefore(today));
    }

    /// All conditions but those on the status; `portal.application` is `a`.
    void apply(Where where, Scope scope, LocalDate today) {
        if (!partnership.isEmpty()) {
            where.and("a.partnership_code = ?", partnership);
        }
        if (!enterprise.isEmpty()) {
            where.and("""
                    a.establishment_number IN (
                      SELECT establishment_number FROM portal.establishment WHERE enterprise_number = ?)""", enterprise);
        }
        if (!programme.isEmpty()) {
            where.and(
                    "a.programme_code IN (SELECT code FROM portal.programme WHERE code = ? OR name ILIKE ?)",
                    programme,
                    Where.containing(programme));
        }
        if (!province.isEmpty()) {
            where.and("""
                    a.establishment_number IN (
                      SELECT establishment_number FROM portal.establishment WHERE province = ?)""", province);
        }
        if (!query.isEmpty()) {
            find(where);
        }
        if (only != null) {
            only.apply(where, scope, today);
        }
    }

    private void find(Where where) {
        String companies = Written.digits(query)
                .map(digits -> where.fill("""
                        SELECT enterprise_number FROM portal.establishment
                        WHERE enterprise_number LIKE ? OR establishment_number LIKE ?""", digits + "%", digits + "%"))
                .orElseGet(() -> where.fill("""
                        SELECT enterprise_number FROM portal.company WHERE name ILIKE ?
                        UNION SELECT enterprise_number FROM portal.establishment WHERE name ILIKE ?""", Where.containing(query), Where.containing(query)));
        where.and("a.establishment_number IN (SELECT establishment_number FROM portal.establishment"
                + " WHERE enterprise_number IN (" + companies + "))");
    }
}
