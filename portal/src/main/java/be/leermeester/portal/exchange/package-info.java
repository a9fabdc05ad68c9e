/// Moving in and out: import and export of everything, for the command line and the administrator's pages.
@NullMarked
package be.leermeester.portal.exchange;

import org.jspecify.annotations.NullMarked;
