/// What a passed training deadline does: striking off, keeping, revoking, undoing it, and what of that lies ahead.
@NullMarked
package be.leermeester.portal.lapse;

import org.jspecify.annotations.NullMarked;
