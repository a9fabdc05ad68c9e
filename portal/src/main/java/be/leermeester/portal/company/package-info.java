/// Companies and their places of work, as the enterprise register numbers them.
@NullMarked
package be.leermeester.portal.company;

import org.jspecify.annotations.NullMarked;
