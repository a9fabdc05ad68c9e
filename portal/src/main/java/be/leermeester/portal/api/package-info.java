/// What programs read first: where to sign in, and what there is to ask.
@NullMarked
package be.leermeester.portal.api;

import org.jspecify.annotations.NullMarked;
