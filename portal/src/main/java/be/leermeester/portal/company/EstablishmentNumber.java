package be.leermeester.portal.company;

import java.util.Optional;

/// The number of a place of work (*vestigingseenheidsnummer*): ten digits, the first 2 to 8, with check digits.
///
/// @param digits the ten digits
public record EstablishmentNumber(String digits) {

    /// @param digits with or without dots and spaces; throws [IllegalArgumentException] where it is no such number
    public EstablishmentNumber {
        digits = CheckDigits.checked(digits, '2', '8');
    }

    public static Optional<EstablishmentNumber> parse(String written) {
        try {
            return Optional.of(new EstablishmentNumber(written));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /// As people write it: `2.123.456.789`.
    public String written() {
        return digits.charAt(0) + "." + digits.substring(1, 4) + "." + digits.substring(4, 7) + "."
                + digits.substring(7);
    }

    @Override
    public String toString() {
        return digits;
    }
}
