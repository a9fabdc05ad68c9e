package be.leermeester.portal.reminder;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.mail.Letter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a reminder says: by when, how long still, why, the one thing to do, and why one gets it (U1).
record ReminderLetter(Messages messages) {

    /// @param code of the link by which a mentor says that something is wrong; null for who is no mentor here
    Letter of(Digest digest, @Nullable String code, LocalDate today) {
        return code == null ? toCompany(digest, today) : toMentor(digest, code, today);
    }

    private Letter toMentor(Digest digest, String code, LocalDate today) {
        Locale language = digest.to().locale();
        Reminder first = digest.own().stream()
                .min((a, b) -> a.dueOn().compareTo(b.dueOn()))
                .orElseThrow();
        String date = date(language, first.dueOn());
        long left = first.daysLeft(today);
        List<String> lines = new ArrayList<>();
        digest.own().forEach(reminder -> lines.add(why(language, reminder, today)));
        lines.add(messages.say(language, "reminder.mail.do"));
        lines.add(messages.say(language, "reminder.mail.otherwise"));
        if (!digest.others().isEmpty()) {
            lines.add(messages.say(
                    language,
                    "reminder.mail.also",
                    digest.others().getFirst().company(),
                    digest.others().size()));
            digest.others().forEach(other -> lines.add(line(language, other, today)));
        }
        lines.add(messages.say(language, "reminder.mail.why-mentor", names(digest.own())));
        return new Letter(
                messages.say(language, "reminder.mail.subject", date, left),
                messages.say(language, "reminder.mail.opening", date, left),
                lines,
                new Letter.Action(messages.say(language, "reminder.mail.action"), "/mentor"),
                List.of(
                        new Letter.Action(messages.say(language, "reminder.mail.wrong"), "/reminder/" + code),
                        new Letter.Action(
                                messages.say(language, "reminder.mail.left"), "/reminder/" + code + "?why=LEFT")));
    }

    private Letter toCompany(Digest digest, LocalDate today) {
        Locale language = digest.to().locale();
        Reminder first = digest.others().stream()
                .map(Digest.Other::reminder)
                .min((a, b) -> a.dueOn().compareTo(b.dueOn()))
                .orElseThrow();
        int count = digest.others().size();
        String company = digest.others().getFirst().company();
        String date = date(language, first.dueOn());
        List<String> lines = new ArrayList<>();
        digest.others().forEach(other -> lines.add(line(language, other, today)));
        lines.add(messages.say(language, "reminder.mail.company.do"));
        lines.add(messages.say(language, "reminder.mail.company.otherwise"));
        lines.add(messages.say(language, "reminder.mail.company.why", company));
        return new Letter(
                messages.say(language, "reminder.mail.company.subject", count, date),
                messages.say(language, "reminder.mail.company.opening", count, company, date),
                lines,
                new Letter.Action(messages.say(language, "reminder.mail.company.action"), "/mentors"));
    }

    private String why(Locale language, Reminder reminder, LocalDate today) {
        return messages.say(
                language,
                "reminder.mail.because",
                reminder.partnershipName(),
                date(language, reminder.dueOn()),
                reminder.daysLeft(today),
                date(language, reminder.approvedOn()),
                reminder.termMonths(),
                reminder.moreMonths());
    }

    private String line(Locale language, Digest.Other other, LocalDate today) {
        Reminder reminder = other.reminder();
        return messages.say(
                language,
                "reminder.mail.company.line",
                reminder.mentor().name(),
                reminder.partnershipName(),
                date(language, reminder.dueOn()),
                reminder.daysLeft(today),
                other.company());
    }

    private static String names(List<Reminder> reminders) {
        return String.join(
                ", ",
                reminders.stream().map(Reminder::partnershipName).distinct().toList());
    }

    static String date(Locale language, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }
}
