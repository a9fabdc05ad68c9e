package be.leermeester.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a run of paragraphs into passages: one per page where there are pages, else stretches of some 150 to 250 words
/// that begin at a heading where one is near.
final class PassageBuilder {

    private static final int ENOUGH_WORDS = 150;
    private static final int WORDS_BEFORE_HEADING = 50;
    private static final int MOST_WORDS = 250;
    /// A page longer than this is no page that somebody reads; it falls into several passages of that page.
    private static final int MOST_WORDS_ON_PAGE = 900;

    private static final Pattern HYPHENATED = Pattern.compile("(?<=\\p{Ll})[-\u2010]\\R(?=\\p{Ll})");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\u00ad\ufffd\u200b\u200e\u200f\ufeff\ufffe\uffff]");

    private final List<Passage> passages = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder text = new StringBuilder();
    private int words;
    private @Nullable Integer page;

    void page(int number) {
        end();
        page = number;
    }

    void heading() {
        if (page == null && words >= WORDS_BEFORE_HEADING) {
            end();
        }
    }

    /// Blank ones do nothing.
    void paragraph(String raw) {
        for (String part : readable(raw).split(" ", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : " ")
                    .append(part);
            if (++words >= most()) {
                end();
            }
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        if (page == null && words >= ENOUGH_WORDS) {
            end();
        }
    }

    /// All of them; ends the last.
    List<Passage> passages() {
        end();
        return whole();
    }

    /// Those that are whole already; safe from another thread.
    List<Passage> whole() {
        synchronized (passages) {
            return List.copyOf(passages);
        }
    }

    private int most() {
        return page == null ? MOST_WORDS : MOST_WORDS_ON_PAGE;
    }

    private void end() {
        String whole = text.toString().strip();
        if (!whole.isEmpty()) {
            passages.add(new Passage(passages.size(), page, whole));
        }
        text.setLength(0);
        words = 0;
    }

    /// On one line, words whole again that were broken at a line's end, nothing that cannot be seen. PostgreSQL takes
    /// no NUL and no half characters.
    private static String readable(String raw) {
        String joined = HYPHENATED.matcher(raw).replaceAll("");
        String spaced = SPACE.matcher(INVISIBLE.matcher(joined).replaceAll("")).replaceAll(" ");
        return new String(spaced.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
