/// Reminders of the training deadline and what follows them: calls, letters, and the proof of each.
@NullMarked
package be.leermeester.portal.reminder;

import org.jspecify.annotations.NullMarked;
