package be.leermeester.portal.exchange.format;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words in which [ExchangeFormat] is written.
final class Columns {

    private Columns() {}

    static final Set<String> ROLES =
            Set.of("COMPANY", "MENTOR", "HANDLER", "ADVISOR", "TRAINER", "SCHOOL", "TEACHER", "MONITOR", "ADMIN");

    /// The id by which a row is known.
    static Column id(String name) {
        return Column.of(name, new Kind.Code()).needed().as("id");
    }

    static Column code(String name) {
        return Column.of(name, new Kind.Code());
    }

    /// Names a row of another table.
    static Column ref(String name, String table) {
        return code(name).refers(table);
    }

    static Column application() {
        return ref("application_id", "applications").needed();
    }

    static Column person() {
        return ref("person_id", "persons").needed();
    }

    static Column partnership() {
        return ref("partnership_code", "partnership");
    }

    static Column enterprise() {
        return Column.of("enterprise_number", new Kind.Enterprise());
    }

    static Column establishment() {
        return Column.of("establishment_number", new Kind.Establishment());
    }

    /// A line of text, empty where the cell is.
    static Column text(String name) {
        return Column.of(name, new Kind.Text(300)).or("");
    }

    static Column longText(String name) {
        return Column.of(name, new Kind.Text(Kind.LONG)).or("");
    }

    /// A line of text, unknown where the cell is empty.
    static Column unknownText(String name) {
        return Column.of(name, new Kind.Text(300));
    }

    static Column choice(String name, String... values) {
        return Column.of(name, new Kind.Choice(Set.of(values)));
    }

    static <E extends Enum<E>> Column choice(String name, Class<E> values) {
        return Column.of(
                name,
                new Kind.Choice(
                        Arrays.stream(values.getEnumConstants()).map(Enum::name).collect(Collectors.toSet())));
    }

    static Column truth(String name) {
        return Column.of(name, new Kind.Truth());
    }

    static Column whole(String name, int min, int max) {
        return Column.of(name, new Kind.Whole(min, max));
    }

    static Column hours() {
        return Column.of("hours", new Kind.Decimal(0, 9_999, 2));
    }

    static Column degrees(String name, int limit) {
        return Column.of(name, new Kind.Decimal(-limit, limit, 15));
    }

    static Column day(String name) {
        return Column.of(name, new Kind.Day());
    }

    static Column moment(String name) {
        return Column.of(name, new Kind.Moment());
    }

    static Column several(String name, Kind each) {
        return Column.of(name, new Kind.Several(each)).or(List.of());
    }

    /// The moment a fact of a day counts as known: the first of that day (domain.md 9.14).
    static Derived recordedOn(String day) {
        return Derived.once("recorded_at", "s." + day + "::timestamp AT TIME ZONE 'Europe/Brussels'");
    }

    static Derived recordedAt(String moment) {
        return Derived.once("recorded_at", "s." + moment);
    }
}
