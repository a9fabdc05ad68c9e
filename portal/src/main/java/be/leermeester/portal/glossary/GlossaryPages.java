package be.leermeester.portal.glossary;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// `/woordenlijst`: every term and status in a sentence, each at an address of its own (`#recognition-APPROVED`).
public final class GlossaryPages implements Feature {

    /// @param kind a term, or the kind of status as the templates name it
    /// @param source where the definition comes from, `""` where it is ours
    record Entry(String anchor, String kind, String code, String word, String text, String source) {

        public boolean status() {
            return !kind.equals("term");
        }
    }

    record Section(String titleKey, String kind, List<Entry> entries) {}

    record Model(List<Section> sections) {}

    private final Model dutch = new Model(read("nl"));
    private final Model english = new Model(read("en"));

    @Override
    public void mount(Routes routes) {
        routes.reads("/woordenlijst", Access.anyone(), this::show);
    }

    private Future<Reply> show(Visit visit) {
        return Future.succeededFuture(Reply.view("glossary", modelIn(visit.language())));
    }

    private Model modelIn(Locale language) {
        return language.equals(Messages.ENGLISH) ? english : dutch;
    }

    private static List<Section> read(String language) {
        Map<String, List<Entry>> byKind = new LinkedHashMap<>();
        try (var stream = Objects.requireNonNull(GlossaryPages.class.getResourceAsStream("/glossary.csv"));
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                byKind.computeIfAbsent(row.getField("kind"), _ -> new ArrayList<>())
                        .add(entry(row, language));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return byKind.entrySet().stream()
                .map(kind -> new Section("glossary." + kind.getKey(), kind.getKey(), List.copyOf(kind.getValue())))
                .toList();
    }

    private static Entry entry(NamedCsvRecord row, String language) {
        String kind = row.getField("kind");
        String code = row.getField("code");
        return new Entry(
                kind + "-" + code,
                kind,
                code,
                row.getField("term_" + language),
                row.getField("text_" + language),
                row.getField("source"));
    }
}
