/// Which workplaces are still to be visited, and by when (R16).
@NullMarked
package be.leermeester.portal.visit;

import org.jspecify.annotations.NullMarked;
