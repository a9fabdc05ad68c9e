package be.leermeester.portal.report;

import java.util.Arrays;

/// The dimension `metric_code` of figures that the report prints in its sentences, with their topic and period.
final class Metrics {

    private Metrics() {}

    /// Figures of the period asked for.
    static Dimension of(String topic, String... codes) {
        return new Dimension(
                "metric_code",
                (question, _) -> Arrays.stream(codes)
                        .map(code -> member(topic, code, question))
                        .toList());
    }

    static Member member(String topic, String code, Question question) {
        return Member.data(code)
                .with("topic_code", topic)
                .with("period", question.period().code());
    }

    /// From the first of September of a year, or the beginning, to the end of the period.
    static Member since(String topic, String code, int year, Question question) {
        return member(topic, code, question)
                .with("period", year + "-" + (question.period().start() + 1));
    }
}
