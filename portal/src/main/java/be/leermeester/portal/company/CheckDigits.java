package be.leermeester.portal.company;

/// The register's numbers: ten digits, of which the last two are 97 - (the first eight mod 97) (domain.md section 1).
final class CheckDigits {

    private CheckDigits() {}

    /// The ten digits without the dots and spaces in which people write them; throws [IllegalArgumentException] where
    /// it is no such number or its check digits are wrong.
    static String checked(String written, char firstFrom, char firstTo) {
        String digits = digits(written);
        if (digits.length() != 10 || digits.charAt(0) < firstFrom || digits.charAt(0) > firstTo) {
            throw new IllegalArgumentException(
                    "Not a number of ten digits that begins with " + firstFrom + "-" + firstTo);
        }
        int first = Integer.parseInt(digits, 0, 8, 10);
        if (97 - first % 97 != Integer.parseInt(digits, 8, 10, 10)) {
            throw new IllegalArgumentException("The check digits are wrong");
        }
        return digits;
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder(10);
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != '.' && c != ' ') {
                return "";
            }
        }
        return digits.toString();
    }
}
