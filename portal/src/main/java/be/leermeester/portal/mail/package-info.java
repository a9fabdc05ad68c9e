/// Mail: a queue in the database that leaves through SMTP, or stays in the demo's mailbox.
@NullMarked
package be.leermeester.portal.mail;

import org.jspecify.annotations.NullMarked;
