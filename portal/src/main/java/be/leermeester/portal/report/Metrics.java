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
                        .map(code -> Member.data(code)
                                .with("topic_code", topic)
                                .with("period", question.period().code()))
                        .toList());
    }
}
