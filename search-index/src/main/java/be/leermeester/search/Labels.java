package be.leermeester.search;

import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words for the codes of materials, in the visitor's language; a code without a word speaks for itself.
record Labels(Visit visit, Map<String, String> names) {

    Labels {
        names = Map.copyOf(names);
    }

    /// Looks up the names of all programmes and partnerships among these counts.
    static Future<Labels> of(Visit visit, SqlClient client, Map<Facet, List<Search.Count>> counts) {
        return of(visit, client, values(counts, Facet.PROGRAMME), values(counts, Facet.SECTOR));
    }

    static Future<Labels> of(
            Visit visit, SqlClient client, Collection<String> programmes, Collection<String> partnerships) {
        return MaterialQueries.names(client, List.copyOf(programmes), List.copyOf(partnerships))
                .map(names -> new Labels(visit, names));
    }

    String of(Facet facet, String value) {
        return switch (facet) {
            case PROGRAMME, SECTOR -> names.getOrDefault(facet + ":" + value, value);
            case LICENCE -> value;
            case LANGUAGE, KIND, AUDIENCE, LEVEL -> {
                String key = "term." + facet.name().toLowerCase(Locale.ROOT) + "." + value;
                String word = visit.say(key);
                yield word.equals(key) ? value : word;
            }
        };
    }

    private static List<String> values(Map<Facet, List<Search.Count>> counts, Facet facet) {
        return counts.getOrDefault(facet, List.of()).stream()
                .map(Search.Count::value)
                .toList();
    }
}
