package be.leermeester.portal.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;

/// What exists before anybody does anything: places, sectors with their programmes, schools.
record DemoCatalogue(List<Place> places, List<Sector> sectors, List<Programme> programmes) {

    record Place(String postalCode, String municipality, String province, double latitude, double longitude) {}

    record Programme(String code, String name, String system, String level, String partnership, String sectorCode) {
        boolean dual() {
            return system.equals("DUAL");
        }
    }

    /// A partnership, or one sector of the Flemish Partnership; weight is its number of companies.
    record Sector(
            String partnership,
            String code,
            List<String> jointCommittees,
            int weight,
            List<String> trades,
            List<Programme> programmes) {}

    static DemoCatalogue read() {
        List<Programme> programmes = DemoResource.table("programmes.csv").stream()
                .map(DemoCatalogue::programme)
                .toList();
        List<Sector> sectors = DemoResource.table("sectors.csv").stream()
                .map(row -> sector(row, programmes))
                .toList();
        List<Place> places = DemoResource.table("places.csv").stream()
                .map(DemoCatalogue::place)
                .toList();
        return new DemoCatalogue(places, sectors, programmes);
    }

    Sector sector(String partnership) {
        return sectors.stream()
                .filter(sector -> sector.partnership().equals(partnership))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(partnership));
    }

    Place place(String municipality) {
        return places.stream()
                .filter(place -> place.municipality().equals(municipality))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(municipality));
    }

    List<String> partnerships() {
        return sectors.stream().map(Sector::partnership).distinct().toList();
    }

    private static Place place(NamedCsvRecord row) {
        return new Place(
                row.getField("postal_code"),
                row.getField("municipality"),
                row.getField("province"),
                Double.parseDouble(row.getField("latitude")),
                Double.parseDouble(row.getField("longitude")));
    }

    private static Programme programme(NamedCsvRecord row) {
        return new Programme(
                row.getField("programme_code"),
                row.getField("name"),
                row.getField("system"),
                row.getField("level"),
                row.getField("partnership_code"),
                row.getField("sector_code"));
    }

    private static Sector sector(NamedCsvRecord row, List<Programme> all) {
        String partnership = row.getField("partnership_code");
        String code = row.getField("sector_code");
        List<Programme> own = new ArrayList<>(all);
        own.removeIf(programme -> !programme.partnership().equals(partnership)
                || !programme.sectorCode().equals(code));
        return new Sector(
                partnership,
                code,
                List.of(row.getField("joint_committees").split(";")),
                Integer.parseInt(row.getField("weight")),
                List.of(row.getField("trades").split(";")),
                List.copyOf(own));
    }
}
