/// Mentors with their training deadline, as lists show them.
@NullMarked
package be.leermeester.portal.mentors;

import org.jspecify.annotations.NullMarked;
