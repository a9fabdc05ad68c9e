package be.leermeester.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Keeps the best passage of every material that matches. A head document that scores as well as a passage wins: it
/// stands first.
final class BestPassages extends SimpleCollector {

    private final Columns columns;
    private final float[] scores;
    private final int[] documents;
    private int[] materials = new int[64];
    private int count;
    private int base;
    private @Nullable Scorable scorer;

    private BestPassages(Columns columns) {
        this.columns = columns;
        scores = new float[columns.size()];
        documents = new int[columns.size()];
        Arrays.fill(documents, -1);
    }

    /// For `IndexSearcher.search`; our searchers use no threads of their own, so there is one collector.
    static CollectorManager<BestPassages, BestPassages> of(Columns columns) {
        return new CollectorManager<>() {
            @Override
            public BestPassages newCollector() {
                return new BestPassages(columns);
            }

            @Override
            public BestPassages reduce(Collection<BestPassages> collectors) {
                return collectors.iterator().next();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
        base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
        this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
        int material = columns.materialOf(base + document);
        float score = scorer == null ? 0 : scorer.score();
        if (documents[material] < 0) {
            if (count == materials.length) {
                materials = Arrays.copyOf(materials, 2 * count);
            }
            materials[count++] = material;
        } else if (score <= scores[material]) {
            return;
        }
        scores[material] = score;
        documents[material] = base + document;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /// How many materials match.
    int count() {
        return count;
    }

    /// The material found as the `at`th, in no order that means anything.
    int material(int at) {
        return materials[at];
    }

    float score(int material) {
        return scores[material];
    }

    /// The document of the material's best passage.
    int document(int material) {
        return documents[material];
    }
}
