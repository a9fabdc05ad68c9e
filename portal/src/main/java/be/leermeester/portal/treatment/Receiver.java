package be.leermeester.portal.treatment;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.mail.Addressee;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who is written to about a dossier.
///
/// @param personId null where the company as such gets a letter on paper
/// @param email null where a letter has to be printed
record Receiver(
        @Nullable String personId, String name, @Nullable String email, String language) {

    Locale locale() {
        return Messages.language(language);
    }

    /// Where a mail goes; null where a letter has to be printed.
    @Nullable
    Addressee addressee() {
        return personId == null || email == null ? null : new Addressee(personId, name, email, language);
    }
}
