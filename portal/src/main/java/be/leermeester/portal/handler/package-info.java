/// The work list of a partnership.
@NullMarked
package be.leermeester.portal.handler;

import org.jspecify.annotations.NullMarked;
