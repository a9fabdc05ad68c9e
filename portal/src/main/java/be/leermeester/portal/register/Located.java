package be.leermeester.portal.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address of the register.
///
/// @param houseNumber with the box, `12 bus 3`
/// @param struckOff the day on which it was struck off; null where it holds
record Located(
        String street,
        String houseNumber,
        String postalCode,
        String municipality,
        @Nullable LocalDate struckOff) {

    static Located of(String street, String house, String box, String postalCode, String municipality) {
        String number = box.isEmpty() ? house : house + " bus " + box;
        return new Located(street, number, postalCode, municipality, null);
    }

    Located struckOff(@Nullable LocalDate day) {
        return new Located(street, houseNumber, postalCode, municipality, day);
    }

    /// Whether it is the same place, however it is written.
    boolean sameAs(Located other) {
        return plain().equals(other.plain());
    }

    private String plain() {
        return Stream.of(street, houseNumber, postalCode, municipality)
                .map(part -> part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
                .collect(Collectors.joining("|"));
    }

    boolean isEmpty() {
        return street.isEmpty() && postalCode.isEmpty();
    }

    String written() {
        String line = (street + " " + houseNumber).strip();
        return line + ", " + (postalCode + " " + municipality).strip();
    }

    /// The province of a Belgian postal code, as the other addresses name it; nothing where it is none.
    String province() {
        if (!postalCode.matches("[1-9]\\d{3}")) {
            return "";
        }
        int code = Integer.parseInt(postalCode);
        if (code < 1300) {
            return "Brussels Hoofdstedelijk Gewest";
        }
        if (code < 1500) {
            return "Waals-Brabant";
        }
        if (code < 2000 || (code >= 3000 && code < 3500)) {
            return "Vlaams-Brabant";
        }
        return switch (code / 1000) {
            case 2 -> "Antwerpen";
            case 3 -> "Limburg";
            case 4 -> "Luik";
            case 5 -> "Namen";
            case 6 -> code < 6600 ? "Henegouwen" : "Luxemburg";
            case 7 -> "Henegouwen";
            case 8 -> "West-Vlaanderen";
            default -> "Oost-Vlaanderen";
        };
    }
}
