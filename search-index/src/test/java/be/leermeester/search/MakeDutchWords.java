package be.leermeester.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.DutchStemmer;

/// Makes `search/dutch-words.tsv` from the part-of-speech dictionary; run by hand, about two minutes and 4 GB.
///
/// The dictionary holds 1.6 million nouns, most of them compounds. A word is taken apart in the list's own terms: how
/// many nouns begin or end with a word says how freely it forms compounds, and a word whose halves do so far more than
/// itself is a compound and is left out ("kabelboom" goes, "mentor" stays although "men" and "tor" are words).
final class MakeDutchWords {

    /// Endings that look like nouns but only derive others.
    private static final Set<String> SUFFIXES = Set.of(
            "schap ling heid dom ing er aar lijk tie loos baar achtig zaam isme ist ering eren iteit matig en ens air ster aard sel te de rij ie eur age ant ent aal aat tier ier end ion ping ser lat ere rijke"
                    .split(" "));

    /// Beginnings that look like words but are no parts ("procent", "verlenen").
    private static final Set<String> PREFIXES = Set.of(
            "ver her ont pro con com dis pre sub per mis wan aarts anti trans des sup abs gem vla beg men".split(" "));

    /// A word below these counts is no part of others, by its length; short ones need more proof.
    private static int proof(String word) {
        return switch (word.length()) {
            case 0, 1, 2 -> Integer.MAX_VALUE;
            case 3 -> 40;
            case 4 -> 15;
            default -> 5;
        };
    }

    private record Entry(String form, String lemma, String tag) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> functionWords = new HashSet<>();
    private final Map<String, String> verbStems = new HashMap<>();
    private final Set<String> modifiers = new HashSet<>();
    private final Set<String> nouns = new HashSet<>();
    private final Set<String> adjectives = new HashSet<>();
    private final Map<String, Integer> heads = new HashMap<>();
    private final Map<String, Integer> tails = new HashMap<>();
    private final Set<String> compounds = new HashSet<>();
    private final DutchStemmer stemmer = new DutchStemmer();

    public static void main(String[] arguments) throws IOException {
        MakeDutchWords maker = new MakeDutchWords();
        maker.read();
        maker.count();
        maker.findCompounds();
        List<String> lines = maker.lines();
        lines.addAll(maker.keptWhole(DutchWords.of(lines.stream())));
        Collections.sort(lines);
        Files.write(Path.of(arguments[0]), lines);
    }

    private void read() throws IOException {
        Dictionary dictionary = Dictionary.read(
                Objects.requireNonNull(getClass().getResource("/org/languagetool/resource/nl/dutch.dict")));
        for (WordData word : new DictionaryLookup(dictionary)) {
            take(Words.fold(word.getWord().toString()), Words.fold(word.getStem() + ""), word.getTag() + "");
        }
        for (Entry entry : entries) {
            if (entry.tag.equals("WKW:TGW:1EP")) {
                verbStems.put(entry.lemma, entry.form);
            }
        }
        modifiers.addAll(nouns);
        modifiers.addAll(adjectives);
        modifiers.addAll(verbStems.values());
        modifiers.removeAll(functionWords);
        modifiers.removeAll(PREFIXES);
    }

    private void take(String form, String lemma, String tag) {
        if (!form.matches("[a-z]{2,}") || tag.matches(".*(VRK|BEZ|IET|OVR|ALR).*")) {
            return;
        }
        if (tag.matches("VRZ|BYW.*|VNW.*|VGW.*|TSW|DVW")) {
            functionWords.add(form);
        } else if (tag.matches("(ZNW|WKW|BNW).*")) {
            entries.add(new Entry(form, lemma, tag));
        }
        if (tag.startsWith("ZNW")) {
            modifiers.add(form);
        }
        if (tag.startsWith("ZNW:EKV")) {
            nouns.add(form);
        }
        if (tag.equals("BNW:STL:ONV")) {
            adjectives.add(form);
        }
    }

    private void count() {
        for (String noun : nouns) {
            for (int at = 2; at <= noun.length() - 3; at++) {
                String tail = noun.substring(at);
                String head = nouns.contains(tail) ? modifier(noun.substring(0, at)) : null;
                if (head != null) {
                    heads.merge(head, 1, Integer::sum);
                    tails.merge(tail, 1, Integer::sum);
                }
            }
        }
        for (String adjective : adjectives) {
            for (int at = 3; at <= adjective.length() - 4; at++) {
                String tail = adjective.substring(at);
                if (adjectives.contains(tail) && modifier(adjective.substring(0, at)) != null) {
                    tails.merge(tail, 1, Integer::sum);
                }
            }
        }
    }

    private @Nullable String modifier(String head) {
        if (modifiers.contains(head)) {
            return head;
        }
        String withoutLink = head.endsWith("s") ? head.substring(0, head.length() - 1) : "";
        return withoutLink.length() > 2 && nouns.contains(withoutLink) ? withoutLink : null;
    }

    private void findCompounds() {
        Set<String> words = new HashSet<>(nouns);
        words.addAll(adjectives);
        for (String word : words) {
            for (int at = 3; at <= word.length() - 3 && !compounds.contains(word); at++) {
                String tail = word.substring(at);
                String head = words.contains(tail) && !SUFFIXES.contains(tail) ? modifier(word.substring(0, at)) : null;
                if (head != null && halvesAreFreer(word, head, tail)) {
                    compounds.add(word);
                }
            }
        }
    }

    private boolean halvesAreFreer(String word, String head, String tail) {
        double first = heads.getOrDefault(head, 0);
        double last = tails.getOrDefault(tail, 0);
        int own = heads.getOrDefault(word, 0) + tails.getOrDefault(word, 0);
        return first >= 8 && last >= 8 && Math.sqrt(first * last) > 2.0 * own;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        roots().forEach((form, root) -> {
            String head = asHead(form, root);
            String tail = asTail(form, root);
            boolean part = !head.isEmpty() || !tail.isEmpty();
            boolean shortNoun = nouns.contains(root) && root.length() <= 8 && form.length() <= 13;
            if (part || shortNoun || stemmerFails(form, root)) {
                lines.add(String.join("\t", form, root.equals(form) ? "" : root, head, tail));
            }
        });
        return lines;
    }

    private Map<String, String> roots() {
        Map<String, String> roots = new TreeMap<>();
        for (int pass = 0; pass < 4; pass++) {
            for (Entry entry : entries) {
                String root = root(entry, pass);
                if (root != null && !(pass == 1 && simple(entry.form, adjectives))) {
                    roots.put(entry.form, root);
                }
            }
        }
        roots.keySet().removeIf(form -> functionWords.contains(form) && !nouns.contains(form));
        return roots;
    }

    /// Simple words that the splitter would take for compounds ("waardoor", "propere").
    private Set<String> keptWhole(DutchWords words) {
        Set<String> whole = new TreeSet<>();
        functionWords.stream().filter(word -> !words.parts(word).isEmpty()).forEach(word -> whole.add(word + "\t\t\t"));
        roots().forEach((form, root) -> {
            boolean simple = adjectives.contains(root) || verbStems.containsValue(root);
            if (simple && !words.parts(form).isEmpty()) {
                whole.add(form + "\t" + (root.equals(form) ? "" : root) + "\t\t");
            }
        });
        return whole;
    }

    private String asHead(String form, String root) {
        String base = form.endsWith("s") ? form.substring(0, form.length() - 1) : "";
        boolean linked = nouns.contains(base) && headsOf(base) > headsOf(form);
        return modifiers.contains(form) && !linked ? freedom(form, Math.max(headsOf(root), tailsOf(root))) : "";
    }

    private String asTail(String form, String root) {
        boolean named = modifiers.contains(form) || (adjectives.contains(root) && form.startsWith(root));
        boolean free = !SUFFIXES.contains(root) && (nouns.contains(root) || adjectives.contains(root));
        return named && free ? freedom(form, tailsOf(root)) : "";
    }

    private int headsOf(String word) {
        return heads.getOrDefault(word, 0);
    }

    private int tailsOf(String word) {
        return tails.getOrDefault(word, 0);
    }

    private static String freedom(String form, int count) {
        return count < proof(form) ? "" : String.format(Locale.ROOT, "%.0f", 2 * Math.log(count) / Math.log(2));
    }

    /// Nouns last, so that "lassen" is the plural of "las" and "leer" itself.
    private @Nullable String root(Entry entry, int pass) {
        String lemma = entry.lemma;
        return switch (pass) {
            case 0 -> entry.tag.startsWith("BNW") && simple(lemma, adjectives) ? lemma : null;
            case 1 -> entry.tag.startsWith("WKW") ? verbStems.get(lemma) : null;
            case 2 -> entry.tag.startsWith("ZNW:MRV") && simple(lemma, nouns) ? lemma : null;
            default -> entry.tag.startsWith("ZNW:EKV") && simple(entry.form, nouns) ? entry.form : null;
        };
    }

    private boolean simple(String word, Set<String> among) {
        return among.contains(word) && !compounds.contains(word);
    }

    private boolean stemmerFails(String form, String root) {
        return root.length() <= 11
                && headsOf(root) + tailsOf(root) > 0
                && !stem(form).equals(stem(root));
    }

    private String stem(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
