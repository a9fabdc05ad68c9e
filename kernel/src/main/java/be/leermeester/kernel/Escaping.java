package be.leermeester.kernel;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import org.jspecify.annotations.Nullable;

/// Handlebars' own escapes, several times quicker: most values hold nothing to escape and are answered as they came.
final class Escaping implements EscapingStrategy {

    static final Escaping HTML = new Escaping();

    private Escaping() {}

    @Override
    public CharSequence escape(@Nullable CharSequence value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Handlebars.SafeString) {
            return value;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            if (escaped(text.charAt(i)) != null) {
                return rest(text, i);
            }
        }
        return text;
    }

    private static String rest(String text, int from) {
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            String replacement = escaped(character);
            if (replacement == null) {
                escaped.append(character);
            } else {
                escaped.append(replacement);
            }
        }
        return escaped.toString();
    }

    private static @Nullable String escaped(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#x27;";
            case '`' -> "&#x60;";
            case '=' -> "&#x3D;";
            default -> null;
        };
    }
}
