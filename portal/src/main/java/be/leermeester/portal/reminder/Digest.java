package be.leermeester.portal.reminder;

import be.leermeester.portal.mail.Addressee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// All that one person is told on a day, whatever the number of roles, partnerships and mentors (N6).
///
/// @param own deadlines of the person as mentor
/// @param others deadlines of mentors at companies for which the person speaks
record Digest(Addressee to, List<Reminder> own, List<Other> others) {

    /// @param enterprise its number
    record Other(Reminder reminder, String enterprise, String company) {}

    /// One for each person who is told of something, those who are told as mentor first.
    static List<Digest> of(List<Reminder> reminders, List<ReminderQueries.Contact> contacts) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        reminders.stream()
                .filter(Reminder::hasAddress)
                .forEach(
                        reminder -> digests.computeIfAbsent(reminder.mentor().personId(), _ -> empty(reminder.mentor()))
                                .own()
                                .add(reminder));
        for (ReminderQueries.Contact contact : contacts) {
            reminders.stream()
                    .filter(reminder -> reminder.mentor().personId().equals(contact.personId())
                            && reminder.partnership().equals(contact.partnership())
                            && !contact.personId().equals(contact.to().personId()))
                    .forEach(reminder -> digests.computeIfAbsent(contact.to().personId(), _ -> empty(contact.to()))
                            .add(new Other(reminder, contact.enterprise(), contact.company())));
        }
        return List.copyOf(digests.values());
    }

    private static Digest empty(Addressee to) {
        return new Digest(to, new ArrayList<>(), new ArrayList<>());
    }

    /// A mentor who is at two companies of one person is told of once.
    private void add(Other other) {
        if (others.stream().noneMatch(known -> known.reminder().equals(other.reminder()))) {
            others.add(other);
        }
    }

    boolean isEmpty() {
        return own.isEmpty() && others.isEmpty();
    }

    Reminder first() {
        return own.isEmpty() ? others.getFirst().reminder() : own.getFirst();
    }

    /// What remains of it.
    Digest only(Predicate<Reminder> mine, Predicate<Other> theirs) {
        return new Digest(
                to,
                own.stream().filter(mine).toList(),
                others.stream().filter(theirs).toList());
    }
}
