package be.leermeester.portal.treatment;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Writes about a deed to everybody concerned, in the transaction of the deed: a mail where there is an address, a
/// letter to print with an item to follow up where there is none, and the paper kept in the dossier either way (N7).
final class WriteLetters {

    /// Within so many days a letter has to be in the post.
    private static final int PRINT_DAYS = 2;

    private final Messages messages;
    private final Post post;
    private final FileStore files;
    private final Ids ids;
    private final Time time;

    WriteLetters(Messages messages, Post post, FileStore files, Ids ids, Time time) {
        this.messages = messages;
        this.post = post;
        this.files = files;
        this.ids = ids;
        this.time = time;
    }

    /// What is written about, and to whom.
    ///
    /// @param mentors all of the dossier
    record Matter(Deed deed, Treated dossier, Typed typed, List<Treated.Mentor> mentors, List<Receiver> receivers) {}

    /// @param seq the number of the change that it is about
    void send(SqlConnection connection, Matter matter, int seq) {
        if (DecisionLetter.isSentFor(matter.deed())) {
            matter.receivers().forEach(receiver -> send(connection, matter, seq, receiver));
        }
    }

    private void send(SqlConnection connection, Matter matter, int seq, Receiver receiver) {
        Letter letter = letter(matter, receiver);
        byte[] pdf = pdf(matter, receiver);
        Addressee to = receiver.addressee();
        var sent = new LetterQueries.Sent(
                ids.next().toString(),
                seq,
                receiver.personId(),
                receiver.name(),
                to == null ? "PRINT" : "MAIL",
                receiver.language(),
                letter.subject(),
                kept(pdf),
                time.now());
        LetterQueries.keep(connection, matter.dossier().id(), sent, pdf.length);
        if (to == null) {
            toPrint(connection, matter.dossier(), sent);
        } else {
            var occasion = new Post.Occasion(
                    "DOSSIER_" + matter.deed(), matter.dossier().id() + "/" + seq);
            post.enqueue(connection, occasion, to, letter).await();
        }
    }

    private void toPrint(SqlConnection connection, Treated dossier, LetterQueries.Sent sent) {
        LocalDate due = time.today().plusDays(PRINT_DAYS);
        var item = new NoteQueries.Item(
                ids.next().toString(), "PRINT_LETTER", "letter:" + sent.id(), sent.subject(), due, null);
        NoteQueries.followUp(connection, dossier, item, time.now());
    }

    Letter letter(Matter matter, Receiver receiver) {
        return new DecisionLetter(messages)
                .of(matter.deed(), matter.dossier(), matter.typed(), matter.mentors(), time.today(), receiver.locale());
    }

    byte[] pdf(Matter matter, Receiver receiver) {
        Treated dossier = matter.dossier();
        String place = messages.say(
                receiver.locale(), "treatment.letter.date", DecisionLetter.day(time.today(), receiver.locale()));
        return LetterPdf.of(new LetterPdf.Sheet(
                receiver.locale().toLanguageTag(),
                dossier.partnership(),
                place,
                List.of(
                        receiver.name(),
                        dossier.company().name(),
                        dossier.company().address()),
                messages.say(receiver.locale(), "mail.greeting", receiver.name()),
                letter(matter, receiver)));
    }

    private String kept(byte[] pdf) {
        try {
            Path file = Files.createTempFile("letter", ".pdf");
            try {
                Files.write(file, pdf);
                return files.keep(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
