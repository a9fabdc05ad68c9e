package be.leermeester.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How words are compared: lower case, without accents.
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    static String fold(String word) {
        if (isPlain(word)) {
            return word;
        }
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(plain).replaceAll("");
    }

    private static boolean isPlain(String word) {
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
