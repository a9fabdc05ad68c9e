package be.leermeester.portal.exchange.format;

import static be.leermeester.portal.exchange.format.Columns.choice;
import static be.leermeester.portal.exchange.format.Columns.code;
import static be.leermeester.portal.exchange.format.Columns.day;
import static be.leermeester.portal.exchange.format.Columns.degrees;
import static be.leermeester.portal.exchange.format.Columns.enterprise;
import static be.leermeester.portal.exchange.format.Columns.establishment;
import static be.leermeester.portal.exchange.format.Columns.id;
import static be.leermeester.portal.exchange.format.Columns.person;
import static be.leermeester.portal.exchange.format.Columns.ref;
import static be.leermeester.portal.exchange.format.Columns.text;
import static be.leermeester.portal.exchange.format.Columns.unknownText;
import static be.leermeester.portal.exchange.format.Columns.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All files of the exchange format, in the order in which they are read: a row refers to earlier files, or to its
/// own. Import and export both go by it.
public final class ExchangeFormat {

    private ExchangeFormat() {}

    /// Tables that rows refer to and that no file fills.
    public static final List<String> REFERENCE_DATA = List.of("partnership", "sector", "end_reason");

    private static final Table PROGRAMMES = Table.of(
            "programmes",
            "portal.programme",
            List.of("programme_code"),
            code("programme_code").needed().as("code"),
            text("name"),
            choice("system", "DUAL", "DBSO", "APPRENTICESHIP").needed(),
            text("level"),
            ref("successor_code", "programmes"));

    private static final Table TRAINING_PROVIDERS = Table.of(
            "training_providers",
            "portal.training_provider",
            List.of("provider_code"),
            code("provider_code").needed().as("code"),
            text("name"),
            text("municipality"),
            text("postal_code"),
            degrees("latitude", 90),
            degrees("longitude", 180));

    private static final Table COMPANIES = Table.of(
            "companies",
            "portal.company",
            List.of("enterprise_number"),
            enterprise().needed(),
            text("name"),
            text("joint_committee"),
            whole("employees", 0, Integer.MAX_VALUE),
            day("ceased_on"));

    private static final Table ESTABLISHMENTS = Table.of(
            "establishments",
            "portal.establishment",
            List.of("establishment_number"),
            establishment().needed(),
            enterprise().refers("companies").needed(),
            text("name"),
            text("street"),
            text("house_number"),
            text("postal_code"),
            text("municipality"),
            text("province"),
            degrees("latitude", 90),
            degrees("longitude", 180),
            day("ceased_on"));

    // An empty number does not take away one that is known: it is what people sign in with. Sealing the same number
    // again gives other bytes, so the hash says whether it changed.
    private static final Table PERSONS = Table.of(
                    "persons",
                    "kernel.person",
                    List.of("person_id"),
                    id("person_id"),
                    Column.of("national_number", new Kind.National()).as(null),
                    text("first_name"),
                    text("last_name"),
                    unknownText("email"),
                    unknownText("phone"),
                    choice("language", "nl", "en", "fr", "de").or("nl"))
            .deriving(
                    new Derived(
                            "national_number_hash",
                            "national_number",
                            "decode(left(s.national_number, 64), 'hex')",
                            "coalesce(excluded.national_number_hash, t.national_number_hash)",
                            "t.national_number_hash IS DISTINCT FROM"
                                    + " coalesce(decode(left(s.national_number, 64), 'hex'), t.national_number_hash)"),
                    new Derived(
                            "national_number_sealed",
                            "national_number",
                            "decode(substr(s.national_number, 65), 'hex')",
                            "CASE WHEN excluded.national_number_hash IS NULL"
                                    + " OR excluded.national_number_hash = t.national_number_hash"
                                    + " THEN t.national_number_sealed ELSE excluded.national_number_sealed END",
                            null));

    private static final Table ROLES = Table.of(
                    "roles",
                    "kernel.person_role",
                    List.of("person_id", "role", "scope"),
                    person(),
                    Column.of("role", new Kind.Choice(Columns.ROLES)).needed(),
                    code("scope").or(""))
            .checked(ExchangeFormat::scopeOfRole);

    private static final List<Table> TABLES = Stream.of(
                    Stream.of(PROGRAMMES, TRAINING_PROVIDERS, COMPANIES, ESTABLISHMENTS, PERSONS, ROLES),
                    DossierTables.ALL.stream(),
                    LearningTables.ALL.stream())
            .flatMap(tables -> tables)
            .toList();

    public static List<Table> tables() {
        return TABLES;
    }

    /// The table that a file fills; empty where the format knows no such file.
    public static Optional<Table> ofFile(String file) {
        return TABLES.stream().filter(table -> table.file().equals(file)).findFirst();
    }

    public static Table table(String name) {
        return TABLES.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// Where the rows lie that a reference to `name` can mean.
    public static String keyQuery(String name) {
        if (REFERENCE_DATA.contains(name)) {
            return "SELECT code FROM portal." + name;
        }
        Table table = table(name);
        return "SELECT " + String.join(" || ' ' || ", table.targetKey()) + " FROM " + table.target();
    }

    /// The tables that some file refers to.
    public static List<String> referred() {
        return Stream.concat(
                        TABLES.stream()
                                .flatMap(table -> table.columns().stream())
                                .map(Column::refers)
                                .flatMap(Stream::ofNullable),
                        Stream.of("mentor_applications", "course_components"))
                .distinct()
                .toList();
    }

    private static @Nullable Flaw scopeOfRole(Row row, Known known) {
        String scope = row.text("scope");
        String role = row.text("role");
        if (scope.isEmpty()) {
            boolean needed = Arrays.asList("COMPANY", "SCHOOL", "TEACHER").contains(role);
            return needed ? new Flaw("scope", Reason.SCOPE_NEEDED, role) : null;
        }
        boolean found = switch (role) {
            case "COMPANY" -> known.has("companies", scope);
            case "SCHOOL", "TEACHER" -> known.has("training_providers", scope);
            case "HANDLER", "ADVISOR", "TRAINER", "MONITOR" -> known.has("partnership", scope);
            default ->
                known.has("companies", scope)
                        || known.has("training_providers", scope)
                        || known.has("partnership", scope);
        };
        return found ? null : new Flaw("scope", Reason.UNKNOWN_REFERENCE);
    }
}
