package be.leermeester.portal.mentor;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the source of a rule is called in words that a mentor understands: `S4:693` is a place in the fifth of the
/// public texts that the rules come from; anything else is already in words.
final class RuleSource {

    private static final Pattern PUBLIC_TEXT = Pattern.compile("S([0-4])\\b.*", Pattern.DOTALL);

    private RuleSource() {}

    static String title(String source, UnaryOperator<String> words) {
        Matcher text = PUBLIC_TEXT.matcher(source);
        return text.matches() ? words.apply("mentor.source." + text.group(1)) : source;
    }
}
