/// What the portal's tests stand on.
@NullMarked
package be.leermeester.portal.testing;

import org.jspecify.annotations.NullMarked;
