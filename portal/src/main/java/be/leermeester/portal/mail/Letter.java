package be.leermeester.portal.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says, in the receiver's language and as plain text. The look is added by [Post].
///
/// @param subject says the date and what is asked (look.md)
/// @param opening the first sentence: what is asked and by when
/// @param action the one thing to do, null where nothing is asked
/// @param more quiet links under it: "this is wrong" (U1)
public record Letter(
        String subject,
        String opening,
        List<String> paragraphs,
        @Nullable Action action,
        List<Action> more) {

    /// @param path an address of our own, `/mentor`; it works after signing in
    public record Action(String label, String path) {}

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        more = List.copyOf(more);
    }

    public Letter(String subject, String opening, List<String> paragraphs, @Nullable Action action) {
        this(subject, opening, paragraphs, action, List.of());
    }
}
