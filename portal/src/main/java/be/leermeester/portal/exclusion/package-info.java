/// Excluding companies and establishments, and lifting that again.
@NullMarked
package be.leermeester.portal.exclusion;

import org.jspecify.annotations.NullMarked;
