package be.leermeester.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What hits are counted and filtered by. The names in lower case are parameters of the API and fixed.
enum Facet {
    LANGUAGE,
    KIND,
    PROGRAMME,
    SECTOR,
    AUDIENCE,
    LEVEL,
    LICENCE;

    /// The name in addresses and answers.
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The doc values field.
    String field() {
        return "facet:" + parameter();
    }

    List<String> valuesOf(Material material) {
        Stream<String> values = switch (this) {
            case LANGUAGE -> Stream.of(material.language());
            case KIND -> Stream.of(material.kind());
            case PROGRAMME -> material.programmes().stream();
            case SECTOR -> Stream.ofNullable(material.partnership());
            case AUDIENCE -> Stream.of(material.audience());
            case LEVEL -> Stream.of(material.level());
            case LICENCE -> Stream.of(material.licence());
        };
        return values.filter(value -> !value.isEmpty()).distinct().toList();
    }
}
