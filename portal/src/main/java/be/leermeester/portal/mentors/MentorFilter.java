package be.leermeester.portal.mentors;

import be.leermeester.kernel.Params;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.TrainingStatus;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.rows.Written;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is asked of the list of mentors.
///
/// @param enterprise digits of an enterprise number: mentors that this company named
/// @param query part of the mentor's name, or part of the name or beginning of the number of a company
/// @param on as it was known at the end of this day; null for now
public record MentorFilter(
        @Nullable Flag flag,
        @Nullable TrainingStatus status,
        String partnership,
        String enterprise,
        String query,
        @Nullable LocalDate on,
        Sort sort) {

    public enum Sort {
        URGENT(MentorFlags.urgency("flag") + ", due_on NULLS LAST, person_id, partnership_code"),
        DUE("due_on NULLS LAST, person_id, partnership_code"),
        NAME("last_name, first_name, person_id, partnership_code");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    public static MentorFilter all() {
        return new MentorFilter(null, null, "", "", "", null, Sort.URGENT);
    }

    static MentorFilter of(Params params) {
        return new MentorFilter(
                params.choice("flag", Flag.class).orElse(null),
                params.choice("status", TrainingStatus.class).orElse(null),
                params.text("partnership"),
                Written.digits(params.text("enterprise")).orElse(params.text("enterprise")),
                params.text("q"),
                params.date("on").orElse(null),
                params.choice("sort", Sort.class).orElse(Sort.URGENT));
    }

    public MentorFilter ofPartnership(String code) {
        return new MentorFilter(flag, status, code, enterprise, query, on, sort);
    }

    public MentorFilter ofEnterprise(String number) {
        return new MentorFilter(flag, status, partnership, number, query, on, sort);
    }

    public MentorFilter withFlag(@Nullable Flag other) {
        return new MentorFilter(other, status, partnership, enterprise, query, on, sort);
    }

    /// The list's address with this question.
    public Address at(String path) {
        return new Address(path)
                .with("flag", flag)
                .with("status", status)
                .with("partnership", partnership)
                .with("enterprise", enterprise)
                .with("q", query)
                .with("on", on)
                .with("sort", sort == Sort.URGENT ? null : sort);
    }

    /// All conditions but the one on the flag; the obligations are `o`.
    void apply(Where where) {
        if (status != null) {
            where.and("o.status = ?", status.name());
        }
        if (!partnership.isEmpty()) {
            where.and("o.partnership_code = ?", partnership);
        }
        if (!enterprise.isEmpty()) {
            where.and(NAMED_BY.formatted("es.enterprise_number = ?"), enterprise);
        }
        if (!query.isEmpty()) {
            find(where);
        }
    }

    private static final String NAMED_BY = """
            o.person_id IN (
              SELECT ma.person_id
              FROM portal.establishment es
              JOIN portal.application a USING (establishment_number)
              JOIN learning.mentor_application ma ON ma.application_id = a.id
              WHERE %s)""";

    private void find(Where where) {
        Written.digits(query)
                .ifPresentOrElse(
                        digits -> where.and(
                                NAMED_BY.formatted("es.enterprise_number LIKE ? OR es.establishment_number LIKE ?"),
                                digits + "%",
                                digits + "%"),
                        () -> where.and(
                                "o.person_id IN (SELECT id FROM kernel.person WHERE first_name || ' ' || last_name ILIKE ?)"
                                        + " OR "
                                        + NAMED_BY.formatted(
                                                "es.enterprise_number IN (SELECT enterprise_number FROM portal.company"
                                                        + " WHERE name ILIKE ?)"),
                                Where.containing(query),
                                Where.containing(query)));
    }
}
