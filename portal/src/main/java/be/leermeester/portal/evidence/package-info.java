/// Training followed elsewhere and exemptions: handed in by mentors, companies and schools, judged by handlers.
@NullMarked
package be.leermeester.portal.evidence;

import org.jspecify.annotations.NullMarked;
