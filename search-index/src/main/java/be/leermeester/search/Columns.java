package be.leermeester.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;

/// What is asked of every hit of every search, in arrays made once per state of the index: which material a document
/// belongs to, its head document, its stamp and the values it is counted by. Materials have numbers from 0 here.
final class Columns {

    private final int[] materialOf;
    private final List<String> ids = new ArrayList<>();
    private final List<String> stamps = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final Map<Facet, Values> values = new EnumMap<>(Facet.class);

    /// The values of one facet: by number, and the numbers of each material.
    private static final class Values {
        private final List<int[]> byMaterial = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        void add(SortedSetDocValues docValues, int document) throws IOException {
            int[] found = new int[docValues.advanceExact(document) ? docValues.docValueCount() : 0];
            for (int at = 0; at < found.length; at++) {
                found[at] = number(docValues.lookupOrd(docValues.nextOrd()).utf8ToString());
            }
            byMaterial.add(found);
        }

        private int number(String name) {
            return numbers.computeIfAbsent(name, _ -> {
                names.add(name);
                return names.size() - 1;
            });
        }
    }

    Columns(IndexReader reader) throws IOException {
        materialOf = new int[reader.maxDoc()];
        Arrays.fill(materialOf, -1);
        for (Facet facet : Facet.values()) {
            values.put(facet, new Values());
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            read(leaf.reader(), leaf.docBase);
        }
    }

    /// The material's head stands right before its passages, in the same segment.
    private void read(LeafReader leaf, int base) throws IOException {
        SortedDocValues materials = DocValues.getSorted(leaf, Fields.MATERIAL);
        BinaryDocValues stampOf = DocValues.getBinary(leaf, Fields.STAMP);
        Map<Values, SortedSetDocValues> facets = new HashMap<>();
        for (Facet facet : Facet.values()) {
            facets.put(values(facet), DocValues.getSortedSet(leaf, facet.field()));
        }
        Bits live = leaf.getLiveDocs();
        for (int document = 0; document < leaf.maxDoc(); document++) {
            boolean deleted = live != null && !live.get(document);
            if (deleted || !materials.advanceExact(document)) {
                continue;
            }
            if (stampOf.advanceExact(document)) {
                ids.add(materials.lookupOrd(materials.ordValue()).utf8ToString());
                stamps.add(stampOf.binaryValue().utf8ToString());
                heads.add(base + document);
                for (Map.Entry<Values, SortedSetDocValues> facet : facets.entrySet()) {
                    facet.getKey().add(facet.getValue(), document);
                }
            }
            materialOf[base + document] = ids.size() - 1;
        }
    }

    private Values values(Facet facet) {
        return Objects.requireNonNull(values.get(facet));
    }

    int size() {
        return ids.size();
    }

    int materialOf(int document) {
        return materialOf[document];
    }

    int headOf(int material) {
        return heads.get(material);
    }

    /// Begins with the moment of the last change, so that stamps sort by it.
    String stampOf(int material) {
        return stamps.get(material);
    }

    /// The stamp of each material id.
    Map<String, String> stamps() {
        Map<String, String> byId = HashMap.newHashMap(ids.size());
        for (int material = 0; material < ids.size(); material++) {
            byId.put(ids.get(material), stamps.get(material));
        }
        return byId;
    }

    int[] valuesOf(Facet facet, int material) {
        return values(facet).byMaterial.get(material);
    }

    /// The values of a facet by number.
    List<String> names(Facet facet) {
        return values(facet).names;
    }
}
