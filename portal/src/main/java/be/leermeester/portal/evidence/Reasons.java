package be.leermeester.portal.evidence;

import be.leermeester.kernel.Messages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why something was refused and what can be done now, the same words on the page and in the mail.
final class Reasons {

    private Reasons() {}

    /// The rule that it does not meet, with its numbers.
    static String why(
            Messages messages, Locale language, Evidence evidence, String refusal, @Nullable BigDecimal hours) {
        Duty duty = evidence.duty();
        return switch (refusal) {
            case "TOO_FEW_HOURS" ->
                duty.minimumHours() == null || hours == null
                        ? messages.say(language, "evidence.why.TOO_FEW_HOURS.plain", duty.name())
                        : messages.say(
                                language,
                                "evidence.why.TOO_FEW_HOURS",
                                duty.name(),
                                number(duty.minimumHours(), language),
                                number(hours, language));
            case "TOO_OLD" ->
                duty.maximumAge() == null || evidence.to() == null
                        ? messages.say(language, "evidence.why.TOO_OLD.plain", duty.name())
                        : messages.say(
                                language,
                                "evidence.why.TOO_OLD",
                                duty.name(),
                                duty.maximumAge(),
                                DateTimeFormatter.ofPattern("d MMMM yyyy", language)
                                        .format(evidence.to()));
            default -> messages.say(language, "evidence.why." + refusal, duty.name());
        };
    }

    private static String number(BigDecimal hours, Locale language) {
        return NumberFormat.getInstance(language).format(hours);
    }
}
