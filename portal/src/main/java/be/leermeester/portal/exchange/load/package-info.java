/// Judging the rows of an import and loading them, in one transaction.
@NullMarked
package be.leermeester.portal.exchange.load;

import org.jspecify.annotations.NullMarked;
