/// The exchange format: which files, which columns, what they may hold and which tables they are of.
@NullMarked
package be.leermeester.portal.exchange.format;

import org.jspecify.annotations.NullMarked;
