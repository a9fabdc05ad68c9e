package be.leermeester.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchAnalysisTest {

    private static final DutchWords WORDS = DutchWords.load();
    private static final DutchTerms TERMS = new DutchTerms(WORDS);

    @ParameterizedTest
    @CsvSource({
        "mentoropleiding, mentor opleiding",
        "mentoropleidingen, mentor opleiding",
        "leerwerkplek, leer werk plek",
        "werkplekbegeleider, werk plek begeleider",
        "leerfiche, leer fiche",
        "leerfiches, leer fiche",
        "lasinstructie, las instructie",
        "lasvaardigheid, las vaardigheid",
        "veiligheidsschoenen, veiligheid schoen",
        "erkenningsaanvraag, erkenning aanvraag",
        "opleidingsverstrekker, opleiding verstrekker",
        "activiteitenlijst, activiteit lijst",
        "stageovereenkomst, stage overeenkomst",
        "bankrekeningnummer, bank rekening nummer",
        "kabelboom, kabel boom",
        "roestvaststaal, roest vast staal",
    })
    void a_compound_falls_into_its_parts(String compound, String parts) {
        assertThat(WORDS.parts(compound)).containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mentor", "opleiding", "procent", "verlenen", "motor", "rapport", "onderneming", "overeenkomst",
                "bestaat", "waardoor", "beschikbaar", "instructie", "computer", "evaluatie", "begeleiding", "partner",
                "hydraulica", "mig", "xyzzyplugh"
            })
    void a_simple_or_unknown_word_stays_whole(String word) {
        assertThat(WORDS.parts(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lassen, las",
        "gelast, las",
        "fiches, fiche",
        "instructies, instructie",
        "foto, foto's",
        "bedrijven, bedrijf",
        "schoenen, schoen",
        "mentoren, mentor",
        "opleidingen, opleiding",
        "leerfiches, leerfiche",
        "machines, machine",
        "huizen, huis",
        "veilige, veilig",
        "Café, cafe",
    })
    void forms_of_a_word_meet(String one, String other) {
        String written = DutchTerms.pieces(other).getFirst().text();

        assertThat(TERMS.forms(one).stem()).isEqualTo(TERMS.forms(written).stem());
    }

    @ParameterizedTest
    @CsvSource({
        "CAN-bus, can canbus bus",
        "HEV2, hev2",
        "C450, c450",
        "PM PLB, pm plb",
        "MIG/MAG, mig migmag mag",
        "'(CNC)', cnc",
        "'EMT,', emt",
        "A, a",
    })
    void trade_terms_stay_findable_whatever_their_length(String text, String terms) throws IOException {
        assertThat(analysed(text)).containsExactly(terms.split(" "));
    }

    @Test
    void offsets_never_go_backwards_and_stay_within_the_text() throws IOException {
        String text =
                "Foto’s van de CAN-bus: MIG/MAG-lassen (roestvast-staal), dr.ir. \uD83D\uDE00 e\u0301e\u0301n 143.846,00";
        try (TokenStream stream = new Languages(TERMS).indexing().tokenStream("text_nl", text)) {
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int last = 0;
            while (stream.incrementToken()) {
                assertThat(offset.startOffset()).isGreaterThanOrEqualTo(last);
                assertThat(offset.endOffset()).isBetween(offset.startOffset(), text.length());
                last = offset.startOffset();
            }
        }
    }

    private static List<String> analysed(String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = new Languages(TERMS).indexing().tokenStream("text_nl", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
        }
        return terms;
    }
}
