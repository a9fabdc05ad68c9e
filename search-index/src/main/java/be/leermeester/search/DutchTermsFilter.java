package be.leermeester.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Puts all [DutchTerms.Forms] of a word at its place in the text, so that each of them finds it.
final class DutchTermsFilter extends TokenFilter {

    private record Term(String text, int increment, int start, int end) {}

    private final DutchTerms terms;
    private final boolean withParts;
    private final Queue<Term> waiting = new ArrayDeque<>();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    /// @param withParts false to leave compounds whole, for phrases
    DutchTermsFilter(TokenStream chunks, DutchTerms terms, boolean withParts) {
        super(chunks);
        this.terms = terms;
        this.withParts = withParts;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            queue(term.toString(), offset.startOffset());
        }
        Term next = waiting.remove();
        term.setEmpty().append(next.text);
        offset.setOffset(next.start, next.end);
        increment.setPositionIncrement(next.increment);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }

    private void queue(String chunk, int base) {
        List<DutchTerms.Piece> pieces = DutchTerms.pieces(chunk);
        String joined = withParts ? DutchTerms.joined(pieces) : "";
        for (int at = 0; at < pieces.size(); at++) {
            DutchTerms.Piece piece = pieces.get(at);
            queue(terms.forms(piece.text()), 1, base + piece.start(), base + piece.end());
            if (at == 0 && !joined.isEmpty()) {
                queue(
                        terms.forms(joined),
                        0,
                        base + piece.start(),
                        base + pieces.getLast().end());
            }
        }
    }

    private void queue(DutchTerms.Forms forms, int firstIncrement, int start, int end) {
        Set<String> distinct = new LinkedHashSet<>();
        distinct.add(forms.exact());
        distinct.add(forms.stem());
        if (withParts) {
            distinct.addAll(forms.parts());
        }
        int step = firstIncrement;
        for (String text : distinct) {
            waiting.add(new Term(text, step, start, end));
            step = 0;
        }
    }
}
