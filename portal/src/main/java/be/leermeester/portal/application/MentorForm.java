package be.leermeester.portal.application;

import be.leermeester.kernel.Form;
import be.leermeester.portal.application.MentorStepQueries.Colleague;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import io.vertx.sqlclient.SqlClient;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads who is named as mentor from a form: a colleague whom the portal knows, or somebody new, found by the national
/// number where the portal knows that person from elsewhere (M12). On a virtual thread.
final class MentorForm {

    static final String NEW = "new";

    private static final String EMAIL = "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+";

    /// Who may be chosen without typing a number, the person at the keyboard included.
    private final List<Colleague> known;

    private final SqlClient client;
    private final NationalNumberVault vault;
    private final Form form;

    MentorForm(List<Colleague> known, SqlClient client, NationalNumberVault vault, Form form) {
        this.known = known;
        this.client = client;
        this.vault = vault;
        this.form = form;
    }

    /// Null where something is wrong, which the form then says.
    ///
    /// @param number a number of this form that was typed before and is in order, sealed; null where there is none
    @Nullable
    DraftMentor read(String key, @Nullable String number) {
        String choice = form.optional("who", 80);
        int practice = practice();
        boolean proof = form.ticked("proof");
        LocalDate extractOn = form.date("extractOn").orElse(null);
        if (choice.equals(NEW)) {
            return newcomer(key, number, practice, proof, extractOn);
        }
        form.optional("firstName", 60);
        form.optional("lastName", 60);
        form.optional("email", 200);
        form.optional("number", 20);
        Colleague colleague = known.stream()
                .filter(person -> person.id().equals(choice))
                .findFirst()
                .orElse(null);
        if (colleague == null) {
            form.refuse("who", "application.mentor.choose");
            return null;
        }
        return new DraftMentor(
                key,
                colleague.id(),
                colleague.firstName(),
                colleague.lastName(),
                null,
                "",
                colleague.email(),
                practice,
                proof,
                extractOn);
    }

    private int practice() {
        String typed = form.text("practice", 3);
        if (typed.matches("\\d{1,2}")) {
            return Integer.parseInt(typed);
        }
        if (!typed.isEmpty()) {
            form.refuse("practice", "application.mentor.practice.wrong");
        }
        return 0;
    }

    private @Nullable DraftMentor newcomer(
            String key, @Nullable String sealedBefore, int practice, boolean proof, @Nullable LocalDate extractOn) {
        String firstName = form.text("firstName", 60);
        String lastName = form.text("lastName", 60);
        String email = form.text("email", 200);
        if (!email.isEmpty() && !email.matches(EMAIL)) {
            form.refuse("email", "application.mentor.email.wrong");
        }
        NationalNumber number = number(sealedBefore);
        if (number == null) {
            return null;
        }
        Colleague there = MentorStepQueries.byNumber(client, vault.hash(number));
        if (there != null && !alike(there, firstName, lastName) && !firstName.isEmpty() && !lastName.isEmpty()) {
            form.refuse("number", "application.mentor.number.other-name");
        }
        return new DraftMentor(
                key,
                there == null ? null : there.id(),
                firstName,
                lastName,
                Base64.getEncoder().encodeToString(vault.seal(number)),
                mask(number),
                email,
                practice,
                proof,
                extractOn);
    }

    private @Nullable NationalNumber number(@Nullable String sealedBefore) {
        String typed = form.optional("number", 20);
        if (typed.isEmpty() && sealedBefore != null && !sealedBefore.isEmpty()) {
            return vault.open(Base64.getDecoder().decode(sealedBefore));
        }
        NationalNumber number = NationalNumber.parse(typed).orElse(null);
        if (number == null) {
            form.refuse("number", typed.isEmpty() ? "form.required" : "application.mentor.number.wrong");
        }
        return number;
    }

    /// The page's own copy of a number that is in order, so that it need not be typed again when another field is
    /// wrong, nor be shown; null where there is none, or it is not one of ours.
    static @Nullable String carried(Form form, NationalNumberVault vault) {
        String typed = form.values().getOrDefault("number", "");
        NationalNumber number = NationalNumber.parse(typed).orElse(null);
        if (number != null) {
            return Base64.getEncoder().encodeToString(vault.seal(number));
        }
        String sealed = form.given("sealed", 200);
        return typed.isEmpty() && maskOf(sealed, vault) != null ? sealed : null;
    }

    static @Nullable String maskOf(String sealed, NationalNumberVault vault) {
        try {
            return sealed.isEmpty() ? null : mask(vault.open(Base64.getDecoder().decode(sealed)));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return null;
        }
    }

    /// What may be shown of it: the check digits tell two apart, and say nothing of whose it is.
    static String mask(NationalNumber number) {
        return "••.••.••-•••." + number.digits().substring(9);
    }

    /// Whether the first or the last name is the one that the portal knows: somebody who mistypes a number must not
    /// name a stranger.
    private static boolean alike(Colleague there, String firstName, String lastName) {
        return plain(there.firstName()).equals(plain(firstName))
                || plain(there.lastName()).equals(plain(lastName));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
