package be.leermeester.portal.company;

import java.util.Optional;

/// The number of a company (*ondernemingsnummer*): ten digits, the first 0 or 1, with check digits.
///
/// @param digits the ten digits
public record EnterpriseNumber(String digits) {

    /// @param digits with or without dots and spaces; throws [IllegalArgumentException] where it is no such number
    public EnterpriseNumber {
        digits = CheckDigits.checked(digits, '0', '1');
    }

    public static Optional<EnterpriseNumber> parse(String written) {
        try {
            return Optional.of(new EnterpriseNumber(written));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /// As people write it: `0442.239.628`.
    public String written() {
        return digits.substring(0, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
    }

    @Override
    public String toString() {
        return digits;
    }
}
