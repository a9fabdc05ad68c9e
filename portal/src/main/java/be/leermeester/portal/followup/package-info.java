/// Something that somebody of a partnership takes up.
@NullMarked
package be.leermeester.portal.followup;

import org.jspecify.annotations.NullMarked;
