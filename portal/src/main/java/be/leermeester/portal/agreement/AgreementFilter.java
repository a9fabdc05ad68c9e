package be.leermeester.portal.agreement;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is asked of the list of agreements.
///
/// @param statuses any of them, as on the day asked about; empty for all
/// @param query part of the learner's or mentor's name, part of the name or beginning of the number of a company
/// @param on as it was known at the end of this day; null for now
public record AgreementFilter(
        List<AgreementStatus> statuses,
        @Nullable Type type,
        String partnership,
        String provider,
        String enterprise,
        String query,
        @Nullable LocalDate on,
        Sort sort) {

    public enum Type {
        OAO,
        SAO,
        DA,
        DA_SM
    }

    public enum Sort {
        NEWEST("g.starts_on DESC, g.id DESC"),
        OLDEST("g.starts_on, g.id"),
        ENDING("coalesce(g.ended_on, g.ends_on), g.id"),
        ID("g.id");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    public AgreementFilter {
        statuses = List.copyOf(statuses);
    }

    public static AgreementFilter all() {
        return new AgreementFilter(List.of(), null, "", "", "", "", null, Sort.NEWEST);
    }

    static AgreementFilter of(Params params) {
        return new AgreementFilter(
                params.all("status").stream().map(AgreementFilter::status).toList(),
                params.choice("type", Type.class).orElse(null),
                params.text("partnership"),
                params.text("provider"),
                Written.digits(params.text("enterprise")).orElse(params.text("enterprise")),
                params.text("q"),
                params.date("on").orElse(null),
                params.choice("sort", Sort.class).orElse(Sort.NEWEST));
    }

    private static AgreementStatus status(String name) {
        return Arrays.stream(AgreementStatus.values())
                .filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest(
                        "problem.parameter-choice",
                        "status",
                        Arrays.stream(AgreementStatus.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    public AgreementFilter withStatuses(List<AgreementStatus> others) {
        return new AgreementFilter(others, type, partnership, provider, enterprise, query, on, sort);
    }

    public AgreementFilter ofProvider(String code) {
        return new AgreementFilter(statuses, type, partnership, code, enterprise, query, on, sort);
    }

    public AgreementFilter ofEnterprise(String number) {
        return new AgreementFilter(statuses, type, partnership, provider, number, query, on, sort);
    }

    public AgreementFilter sortedBy(Sort other) {
        return new AgreementFilter(statuses, type, partnership, provider, enterprise, query, on, other);
    }

    public Address at(String path) {
        return new Address(path)
                .with("status", statuses)
                .with("type", type)
                .with("partnership", partnership)
                .with("provider", provider)
                .with("enterprise", enterprise)
                .with("q", query)
                .with("on", on)
                .with("sort", sort == Sort.NEWEST ? null : sort);
    }

    /// The day it asks about: never one to come.
    LocalDate day(LocalDate today) {
        return on != null && on.isBefore(today) ? on : today;
    }

    /// All conditions but those on the status; `portal.agreement` is `g`, its `portal.application` is `a`.
    void apply(Where where) {
        if (type != null) {
            where.and("g.type = ?", type.name());
        }
        if (!partnership.isEmpty()) {
            where.and("a.partnership_code = ?", partnership);
        }
        if (!provider.isEmpty()) {
            where.and("g.provider_code = ?", provider);
        }
        if (!enterprise.isEmpty()) {
            where.and(AT.formatted("enterprise_number = ?"), enterprise);
        }
        if (!query.isEmpty()) {
            find(where);
        }
    }

    private static final String AT =
            "a.establishment_number IN (SELECT establishment_number FROM portal.establishment WHERE %s)";

    private void find(Where where) {
        Written.digits(query)
                .ifPresentOrElse(
                        digits -> where.and(
                                AT.formatted("enterprise_number LIKE ? OR establishment_number LIKE ?"),
                                digits + "%",
                                digits + "%"),
                        () -> {
                            String people = " IN (SELECT id FROM kernel.person"
                                    + " WHERE first_name || ' ' || last_name ILIKE ?)";
                            String company = AT.formatted(
                                    "enterprise_number IN (SELECT enterprise_number FROM portal.company WHERE name ILIKE ?)");
                            String text = Where.containing(query);
                            where.and(
                                    "g.learner_person_id" + people + " OR g.mentor_person_id" + people + " OR "
                                            + company,
                                    text,
                                    text,
                                    text);
                        });
    }
}
