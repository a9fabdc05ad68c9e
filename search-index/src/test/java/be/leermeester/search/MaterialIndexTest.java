package be.leermeester.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialIndexTest {

    private static final DutchTerms DUTCH = new DutchTerms(DutchWords.load());
    private static final Languages LANGUAGES = new Languages(DUTCH);
    private static final Viewer VISITOR = new Viewer(Set.of("PUBLIC"));
    private static final Viewer HANDLER = new Viewer(Set.of("PUBLIC", "SIGNED_IN", "ROLE:HANDLER"));

    @TempDir
    Path folder;

    private MaterialIndex index;
    private FindMaterials find;

    @BeforeEach
    void fill() {
        index = MaterialIndex.open(folder, LANGUAGES);
        find = new FindMaterials(index, Synonyms.load(DUTCH));
        index.write(MaterialIndexTest::all);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static void all(MaterialIndex.Writing writing) {
        put(
                writing,
                material("course", "Mentoropleiding in een dag", "BROCHURE"),
                "Wie mentor wordt, volgt een opleiding.");
        put(writing, material("skill", "Toets", "CHECKLIST"), "Zo beoordeelt u de lasvaardigheid van de leerling.");
        put(writing, material("welding", "Naden", "LEARNING_CARD"), "Instructies voor het lassen van dunne platen.");
        put(writing, material("card", "Een leerfiche maken", "DOCUMENT"), "Een leerfiche helpt bij het leren.");
        put(
                writing,
                material("fiche", "Technische fiche", "DOCUMENT"),
                "De fiche van de pomp. Nog een fiche. Leer elke dag.");
        put(
                writing,
                material("trade", "Machines", "DOCUMENT"),
                "MIG, TIG en CNC; de CAN-bus meten; HEV2; formulier C450.");
        put(
                writing,
                material("codes", "Diploma's", "DOCUMENT"),
                "Het PM PLB en de richting EMT.",
                "Tweede bladzijde over hydraulica.");
        put(
                writing,
                material("evil", "<script>alert(1)</script> spuiten", "DOCUMENT"),
                "Spuiten met <script>alert('x')</script> & \"lak\".");
        put(writing, material("secret", "Geheim lassen", "LEGAL", "ROLES"), "Lassen voor behandelaars: zwartboek.");
        put(writing, in("fr", material("french", "L'apprentissage", "DOCUMENT")), "Les élèves apprennent à souder.");
        put(
                writing,
                in("en", material("english", "Learning to weld", "DOCUMENT")),
                "Apprentices are learning at the workplace.");
    }

    @ParameterizedTest
    @CsvSource({
        "opleiding, course",
        "lassen, skill",
        "lasinstructie, welding",
        "fiche, card",
        "MIG, trade",
        "TIG, trade",
        "CNC, trade",
        "CAN-bus, trade",
        "canbus, trade",
        "HEV2, trade",
        "C450, trade",
        "PM PLB, codes",
        "EMT, codes",
        "elektromechanische technieken, codes",
        "leermeesters, course",
        "souder, french",
        "élève, french",
        "eleve, french",
        "learn, english",
        "mentoroplieding, course",
        "hydrolica, codes",
        "'“tweede bladzijde”', codes",
    })
    void a_question_finds_its_material(String typed, String material) {
        assertThat(ids(typed, VISITOR)).contains(material);
    }

    @Test
    void the_compound_itself_ranks_above_its_parts() {
        assertThat(ids("leerfiche", VISITOR)).first().isEqualTo("card");
    }

    @Test
    void a_phrase_wants_its_words_side_by_side() {
        assertThat(ids("\"lassen van dunne platen\"", VISITOR)).containsExactly("welding");
        assertThat(ids("\"platen dunne van lassen\"", VISITOR)).isEmpty();
    }

    @Test
    void the_page_of_the_best_passage_comes_with_it() {
        Search.Hit hit = find("hydraulica", VISITOR).hits().getFirst();

        assertThat(hit.page()).isEqualTo(2);
        assertThat(hit.snippet()).contains("<mark>hydraulica</mark>");
    }

    @Test
    void markup_in_a_text_is_shown_and_never_run() {
        String snippet = find("spuiten lak", VISITOR).hits().getFirst().snippet();

        assertThat(snippet).contains("<mark>").contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void what_somebody_may_not_see_is_not_found_counted_or_suggested() {
        assertThat(ids("zwartboek", VISITOR)).doesNotContain("secret");
        assertThat(ids("lassen", VISITOR)).doesNotContain("secret");
        assertThat(find("", VISITOR).facets().get(Facet.KIND))
                .noneMatch(count -> count.value().equals("LEGAL"));
        assertThat(find.suggest("gehe", VISITOR)).isEmpty();
        assertThat(ids("lassen", HANDLER)).contains("secret");
        assertThat(find("", HANDLER).facets().get(Facet.KIND))
                .anyMatch(count -> count.value().equals("LEGAL"));
        assertThat(find.suggest("gehe", HANDLER)).containsExactly("Geheim lassen");
    }

    @Test
    void a_filter_keeps_the_counts_of_its_own_facet_and_narrows_the_others() {
        Search search = new Search("", Map.of(Facet.KIND, Set.of("BROCHURE")), VISITOR, 1, 20);

        Search.Found found = find.find(search);

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().get(Facet.KIND)).contains(new Search.Count("DOCUMENT", 7, false));
        assertThat(found.facets().get(Facet.LANGUAGE)).containsExactly(new Search.Count("nl", 1, false));
    }

    @Test
    void a_chosen_value_without_hits_still_shows() {
        Search search = new Search("lassen", Map.of(Facet.KIND, Set.of("VIDEO")), VISITOR, 1, 20);

        assertThat(find.find(search).facets().get(Facet.KIND)).contains(new Search.Count("VIDEO", 0, true));
    }

    @Test
    void pages_of_hits_follow_each_other_without_gap_or_overlap() {
        List<String> all = ids("", VISITOR);
        List<String> paged = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> find.find(new Search("", Map.of(), VISITOR, page, 3)))
                .flatMap(found -> found.hits().stream())
                .map(hit -> hit.card().id())
                .toList();

        assertThat(paged).containsExactlyElementsOf(all).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void nothing_typed_that_is_a_word_finds_nothing() {
        assertThat(find("?!* \"\" ~^", VISITOR).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mento", "Mento", "MENTOROPLEIDING"})
    void suggestions_complete_what_is_typed(String typed) {
        assertThat(find.suggest(typed, VISITOR)).contains("Mentoropleiding in een dag", "mentoropleiding");
    }

    @Test
    void any_text_at_all_gets_an_answer() {
        Random random = new Random(7);
        String alphabet =
                "abcdefgh lassen mentor \"'()[]{}+-*?~^:\\/!&|<>;,.#%$@=_\u00e9\u0301\u200f\u4e2d\uD83D\uDE00AND OR NOT";
        for (int round = 0; round < 2_000; round++) {
            String typed = random.ints(random.nextInt(300), 0, alphabet.length())
                    .mapToObj(at -> String.valueOf(alphabet.charAt(at)))
                    .collect(Collectors.joining());

            assertThat(find(typed, VISITOR).total()).isNotNegative();
            assertThat(find.suggest(typed, VISITOR)).isNotNull();
            assertThat(find.marked(typed, "nl", List.of("Lassen <b>& leren")).getFirst())
                    .doesNotContain("<b>");
        }
    }

    @Test
    void a_rebuild_takes_the_place_of_the_running_index() throws java.io.IOException {
        index.rebuild(writing -> put(writing, material("new", "Nieuw", "DOCUMENT"), "Alles is nieuw."));

        assertThat(ids("", VISITOR)).containsExactly("new");
        try (Stream<Path> generations = Files.list(folder)) {
            assertThat(generations.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void a_failed_rebuild_leaves_the_running_index() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> index.rebuild(_ -> {
                    throw new IllegalStateException("disk");
                })))
                .hasMessage("disk");

        assertThat(ids("opleiding", VISITOR)).contains("course");
    }

    @Test
    void an_index_is_found_again_and_a_broken_one_starts_empty() throws java.io.IOException {
        index.close();
        index = MaterialIndex.open(folder, LANGUAGES);
        assertThat(stamps()).hasSize(11);
        index.close();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(cfs|fdt|tim|doc)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        index = MaterialIndex.open(folder, LANGUAGES);

        assertThat(stamps()).isEmpty();
    }

    private Map<String, String> stamps() {
        return index.search(searcher -> searcher.columns().stamps());
    }

    private Search.Found find(String typed, Viewer viewer) {
        return find.find(new Search(typed, Map.of(), viewer, 1, 20));
    }

    private List<String> ids(String typed, Viewer viewer) {
        return find(typed, viewer).hits().stream().map(hit -> hit.card().id()).toList();
    }

    private static void put(MaterialIndex.Writing writing, Material material, String... pages) {
        writing.put(
                material,
                IntStream.range(0, pages.length)
                        .mapToObj(at -> new Passage(at, at + 1, pages[at]))
                        .toList());
    }

    private static Material material(String id, String title, String kind) {
        return material(id, title, kind, "PUBLIC");
    }

    private static Material material(String id, String title, String kind, String visibility) {
        return material(id, title, "nl", kind, visibility);
    }

    private static Material in(String language, Material material) {
        return material(material.id(), material.title(), language, material.kind(), material.visibility());
    }

    private static Material material(String id, String title, String language, String kind, String visibility) {
        return new Material(
                id,
                title,
                "",
                language,
                kind,
                "MENTOR",
                "ALL",
                List.of("D270"),
                "construction",
                id.equals("course") ? List.of("mentoropleiding") : List.of(),
                "CC0-1.0",
                "Auteur",
                "1.0",
                null,
                visibility,
                List.of("HANDLER"),
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null);
    }
}
