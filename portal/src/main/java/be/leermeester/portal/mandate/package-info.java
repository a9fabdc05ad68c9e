/// Who acts for a company: itself, or who holds its mandate.
@NullMarked
package be.leermeester.portal.mandate;

import org.jspecify.annotations.NullMarked;
