/// The demo: a fictional Flanders as of any day, written in the exchange format and loaded like anybody's data.
@NullMarked
package be.leermeester.portal.demo;

import org.jspecify.annotations.NullMarked;
