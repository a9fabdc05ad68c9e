/// What the enterprise register says of companies and establishments that we know: stopped, moved, called otherwise.
@NullMarked
package be.leermeester.portal.register;

import org.jspecify.annotations.NullMarked;
