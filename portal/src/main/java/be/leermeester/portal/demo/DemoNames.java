package be.leermeester.portal.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names, addresses and national numbers of people and companies that do not exist.
final class DemoNames {

    private static final List<String> HEADS = List.of(
            "Lin", "Ber", "Hoe", "Kas", "Mol", "Ven", "Zil", "Dre", "Gar", "Wol", "Pel", "Rui", "Sche", "Tor", "Vlie");
    private static final List<String> MIDDLES = List.of("der", "vel", "mar", "ster", "gel", "men", "ron", "kel", "ver");
    private static final List<String> TAILS =
            List.of("donk", "rode", "vaart", "stede", "linde", "kouter", "broek", "akker", "weide", "poort", "hout");
    private static final List<String> FORMS = List.of("BV", "BV", "BV", "NV", "CV", "VOF");

    private final DemoDice dice;
    private final List<String> firstNames = DemoResource.words("first-names.txt");
    private final List<String> lastNames = DemoResource.words("last-names.txt");
    private final List<String> streets = DemoResource.words("streets.txt");
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> companies = new HashSet<>();

    DemoNames(DemoDice dice) {
        this.dice = dice;
        DemoPeople.all().forEach(person -> numbers.add(person.nationalNumber()));
    }

    String first() {
        return dice.pick(firstNames);
    }

    String last() {
        return dice.pick(lastNames);
    }

    String street() {
        return dice.pick(streets);
    }

    String company(DemoCatalogue.Sector sector) {
        String name;
        do {
            name = dice.pick(sector.trades()) + " " + invented();
        } while (!companies.add(name));
        return sector.partnership().equals("social_profit")
                        || sector.partnership().equals("local_authorities")
                ? name + " VZW"
                : name + " " + dice.pick(FORMS);
    }

    String invented() {
        return dice.pick(HEADS) + dice.pick(MIDDLES) + dice.pick(TAILS);
    }

    /// A number of somebody born on or a little after this day: another one every time.
    String nationalNumber(LocalDate birth) {
        LocalDate day = birth;
        while (true) {
            for (int serial = 997; serial <= 999; serial++) {
                String number = DemoNumbers.national(day, serial);
                if (numbers.add(number)) {
                    return number;
                }
            }
            day = day.plusDays(1);
        }
    }

    static String email(String first, String last, String id) {
        String ascii = Normalizer.normalize(first + "." + last + "." + id, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9.-]", "");
        return ascii.toLowerCase(Locale.ROOT) + "@voorbeeld.example";
    }
}
