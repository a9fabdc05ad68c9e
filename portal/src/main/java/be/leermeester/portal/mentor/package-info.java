/// What a mentor sees: the deadline and why, recognitions, courses, learners.
@NullMarked
package be.leermeester.portal.mentor;

import org.jspecify.annotations.NullMarked;
