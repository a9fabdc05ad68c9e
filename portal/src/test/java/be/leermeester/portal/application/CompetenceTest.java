package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.application.Competence.Ground;
import be.leermeester.portal.application.Competence.Tally;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R11: the competent partnership is proposed from joint committee and programme")
class CompetenceTest {

    private static final List<Tally> EARLIER = List.of(
            new Tally("wood", null, true, true, 3),
            new Tally("construction", null, true, true, 2),
            new Tally("construction", null, true, false, 40),
            new Tally("technology_industry", null, false, true, 90));

    @Test
    void a_rule_for_the_joint_committee_comes_first() {
        assertThat(Competence.of("inland_navigation", true, EARLIER))
                .isEqualTo(new Competence("inland_navigation", null, Ground.RULE, 0, 0));
    }

    @Test
    void then_where_the_same_committee_and_programme_went() {
        assertThat(Competence.of(null, true, EARLIER))
                .isEqualTo(new Competence("wood", null, Ground.COMMITTEE_AND_PROGRAMME, 3, 5));
    }

    @Test
    void then_where_the_same_committee_went() {
        assertThat(Competence.of(null, true, EARLIER.subList(2, 4)))
                .isEqualTo(new Competence("construction", null, Ground.COMMITTEE, 40, 40));
    }

    @Test
    void the_programme_alone_tells_it_only_where_the_committee_is_not_known() {
        assertThat(Competence.of(null, false, EARLIER))
                .isEqualTo(new Competence("technology_industry", null, Ground.PROGRAMME, 90, 95));
        assertThat(Competence.of(null, true, EARLIER.subList(3, 4)).ground()).isEqualTo(Ground.NONE);
    }

    @Test
    void where_nothing_tells_it_the_flemish_partnership_is_competent() {
        assertThat(Competence.of(null, true, List.of()))
                .isEqualTo(new Competence("flemish_partnership", null, Ground.NONE, 0, 0));
    }

    @Test
    void the_sector_under_the_flemish_partnership_is_the_usual_one() {
        assertThat(Competence.of(
                                null,
                                true,
                                List.of(
                                        new Tally("flemish_partnership", "retail", true, true, 2),
                                        new Tally("flemish_partnership", "other", true, true, 5)))
                        .sector())
                .isEqualTo("other");
    }
}
