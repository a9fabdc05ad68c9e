package be.leermeester.kernel;

import java.util.regex.Pattern;

/// Text as people and programs send it.
final class Typed {

    /// Marks that turn the reading direction of what follows: they are pasted along unseen, and make a name read as
    /// another. The scripts that run from right to left need none of them.
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private Typed() {}

    /// Without white space around it and without marks that turn the reading direction.
    static String clean(String sent) {
        return TURNING.matcher(sent).replaceAll("").strip();
    }

    /// Whether characters are in it that are no text; line breaks and tabs are.
    static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }

    static String withoutControl(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }
}
