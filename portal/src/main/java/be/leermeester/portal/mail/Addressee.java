package be.leermeester.portal.mail;

import be.leermeester.kernel.Messages;
import java.util.Locale;

/// Who gets a mail.
///
/// @param language the tag that the person chose, `nl`; Dutch where we do not have it
public record Addressee(String personId, String name, String email, String language) {

    public Locale locale() {
        return Messages.language(language);
    }
}
