package be.leermeester.portal.exchange.format;

import be.leermeester.portal.company.EnterpriseNumber;
import be.leermeester.portal.company.EstablishmentNumber;
import be.leermeester.portal.person.NationalNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the cells of a column hold. Every bound of the database's own is checked here, so that one bad row never
/// stops the load of all.
public sealed interface Kind {

    int LONG = 1_000_000;

    /// The value of a cell that is not empty; [Refused] where it cannot be one.
    Object read(String cell) throws Refused;

    /// The type of the column that it is staged in.
    default String sqlType() {
        return "text";
    }

    /// An id or code of ours or of others: what can stand in an address.
    record Code() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            if (cell.length() > 80 || !cell.chars().allMatch(Code::fits)) {
                throw new Refused(Reason.NOT_A_CODE);
            }
            return cell;
        }

        static boolean fits(int c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }
    }

    /// Text of at most `max` characters.
    record Text(int max) implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            if (cell.length() > max) {
                throw new Refused(Reason.TOO_LONG);
            }
            if (cell.indexOf('\0') >= 0) {
                throw new Refused(Reason.NOT_TEXT);
            }
            return cell;
        }
    }

    record Choice(Set<String> values) implements Kind {
        public Choice {
            values = Set.copyOf(values);
        }

        @Override
        public Object read(String cell) throws Refused {
            if (!values.contains(cell)) {
                throw new Refused(Reason.UNKNOWN_VALUE);
            }
            return cell;
        }
    }

    record Truth() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            return switch (cell) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new Refused(Reason.UNKNOWN_VALUE);
            };
        }

        @Override
        public String sqlType() {
            return "boolean";
        }
    }

    record Whole(int min, int max) implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            try {
                int number = Integer.parseInt(cell);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new Refused(Reason.NOT_A_NUMBER);
            }
            throw new Refused(Reason.NOT_A_NUMBER);
        }

        @Override
        public String sqlType() {
            return "int";
        }
    }

    /// A number of at most `max` to either side of nothing, with at most `digits` behind the point.
    record Decimal(int min, int max, int digits) implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            if (cell.length() <= 30 && cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')) {
                try {
                    BigDecimal number = new BigDecimal(cell);
                    if (number.compareTo(BigDecimal.valueOf(min)) >= 0
                            && number.compareTo(BigDecimal.valueOf(max)) <= 0
                            && number.stripTrailingZeros().scale() <= digits) {
                        return number;
                    }
                } catch (NumberFormatException notANumber) {
                    throw new Refused(Reason.NOT_A_NUMBER);
                }
            }
            throw new Refused(Reason.NOT_A_NUMBER);
        }

        @Override
        public String sqlType() {
            return digits <= 2 ? "numeric" : "double precision";
        }
    }

    /// An ISO 8601 date, `2021-09-02`.
    record Day() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            try {
                LocalDate day = LocalDate.parse(cell);
                if (plausible(day.getYear())) {
                    return day;
                }
            } catch (DateTimeException impossible) {
                throw new Refused(Reason.IMPOSSIBLE_DATE);
            }
            throw new Refused(Reason.IMPOSSIBLE_DATE);
        }

        @Override
        public String sqlType() {
            return "date";
        }

        static boolean plausible(int year) {
            return year >= 1900 && year < 2200;
        }
    }

    /// An ISO 8601 date-time with its offset, `2021-09-02T10:15:00+02:00`; kept to the microsecond, as the database
    /// does.
    record Moment() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(cell);
                if (Day.plausible(moment.getYear()) && moment.getNano() % 1_000 == 0) {
                    return moment.toInstant();
                }
            } catch (DateTimeException impossible) {
                throw new Refused(Reason.IMPOSSIBLE_MOMENT);
            }
            throw new Refused(Reason.IMPOSSIBLE_MOMENT);
        }

        @Override
        public String sqlType() {
            return "timestamptz";
        }
    }

    record Enterprise() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            return EnterpriseNumber.parse(cell)
                    .orElseThrow(() -> new Refused(Reason.CHECK_DIGITS))
                    .digits();
        }
    }

    record Establishment() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            return EstablishmentNumber.parse(cell)
                    .orElseThrow(() -> new Refused(Reason.CHECK_DIGITS))
                    .digits();
        }
    }

    /// Its value is a [NationalNumber], which the loader seals.
    record National() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            return NationalNumber.parse(cell).orElseThrow(() -> new Refused(Reason.CHECK_DIGITS));
        }
    }

    /// Several of another kind, joined with `;`.
    record Several(Kind each) implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            List<String> parts = Arrays.stream(cell.split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            for (String part : parts) {
                each.read(part);
            }
            return parts;
        }

        @Override
        public String sqlType() {
            return "text[]";
        }
    }

    /// `PUBLIC`, `SIGNED_IN` or `ROLES:` with the roles joined with `;`.
    record Visibility(Set<String> roles) implements Kind {
        public Visibility {
            roles = Set.copyOf(roles);
        }

        @Override
        public Object read(String cell) throws Refused {
            if (cell.equals("PUBLIC") || cell.equals("SIGNED_IN")) {
                return cell;
            }
            List<String> named = !cell.startsWith("ROLES:")
                    ? List.of()
                    : Stream.of(cell.substring("ROLES:".length()).split("[;,]"))
                            .map(String::strip)
                            .toList();
            if (named.isEmpty() || !roles.containsAll(named)) {
                throw new Refused(Reason.UNKNOWN_VALUE);
            }
            return "ROLES:" + String.join(";", named);
        }
    }

    /// An address on the web; nothing that runs in the page.
    record Link() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            try {
                URI uri = new URI(cell);
                boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
                if (web && uri.getHost() != null && cell.length() <= 2_000) {
                    return cell;
                }
            } catch (URISyntaxException notALink) {
                throw new Refused(Reason.NOT_A_LINK);
            }
            throw new Refused(Reason.NOT_A_LINK);
        }
    }

    /// A file of the same source; its value is the path, which the loader replaces by what it keeps.
    record SourceFile() implements Kind {
        @Override
        public Object read(String cell) throws Refused {
            return new Text(1_000).read(cell);
        }
    }
}
