package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An establishment of a company, and the programmes it has ever asked recognition for.
final class DemoWorkplace {

    record Company(
            String number,
            String name,
            DemoCatalogue.Sector sector,
            @Nullable LocalDate ceasedOn) {}

    private final String number;
    private final Company company;
    private final DemoCatalogue.Place place;
    private final @Nullable LocalDate ceasedOn;
    private final Set<String> askedFor = new HashSet<>();

    DemoWorkplace(String number, Company company, DemoCatalogue.Place place, @Nullable LocalDate ceasedOn) {
        this.number = number;
        this.company = company;
        this.place = place;
        this.ceasedOn = ceasedOn;
    }

    String number() {
        return number;
    }

    Company company() {
        return company;
    }

    DemoCatalogue.Place place() {
        return place;
    }

    @Nullable
    LocalDate ceasedOn() {
        return ceasedOn;
    }

    /// Takes a programme that this workplace has not asked for yet, of its own sector; null when all are asked for.
    DemoCatalogue.@Nullable Programme take(DemoDice dice) {
        return take(dice, company.sector().programmes());
    }

    DemoCatalogue.@Nullable Programme take(DemoDice dice, Collection<DemoCatalogue.Programme> from) {
        for (DemoCatalogue.Programme programme : dice.shuffled(java.util.List.copyOf(from))) {
            if (askedFor.add(programme.code())) {
                return programme;
            }
        }
        return null;
    }

    /// Takes this programme, whether or not it was asked for before.
    void claim(DemoCatalogue.Programme programme) {
        askedFor.add(programme.code());
    }
}
