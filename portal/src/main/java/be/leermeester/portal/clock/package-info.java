/// The demo's time machine: today, set forward.
@NullMarked
package be.leermeester.portal.clock;

import org.jspecify.annotations.NullMarked;
