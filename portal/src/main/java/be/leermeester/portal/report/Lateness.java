package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Layout.Word;

/// How many mentors were in time with their training, from the figures of table 12: of those for whom it is settled
/// (followed, exempt, not followed), those of the year before the period, whose term has run.
record Lateness(String year, long settled, long late) {

    static Lateness of(Answer answer) {
        String year = answer.question().period().previous().code();
        long late = count(answer, "not_followed", year);
        return new Lateness(
                year, late + count(answer, "followed_all", year) + count(answer, "exempted_all", year), late);
    }

    /// "Een op de drie mentoren van 2019-2020 was te laat", or a percentage where no such fraction is near.
    static Sentence headline(Answer answer) {
        return of(answer).sentence();
    }

    Sentence sentence() {
        if (settled == 0) {
            return Sentence.of("report.headline.nobody", year);
        }
        if (late == 0) {
            return Sentence.of("report.headline.nobody-late", year);
        }
        double share = (double) late / settled;
        long one = Math.round(1 / share);
        if (one >= 2 && one <= 10 && Math.abs(share - 1.0 / one) <= 0.03) {
            return Sentence.of("report.headline.one-in", new Word("numeral", Long.toString(one)), year);
        }
        return Sentence.of("report.headline.late", Measure.percent(late, settled), year);
    }

    /// In whole percentages, rounded half up.
    long inTime() {
        return Measure.percent(settled - late, settled);
    }

    private static long count(Answer answer, String status, String year) {
        return answer.value(MentorReports.N, "status_code", status, "school_year", year);
    }
}
