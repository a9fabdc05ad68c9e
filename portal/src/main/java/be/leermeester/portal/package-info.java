@NullMarked
package be.leermeester.portal;

import org.jspecify.annotations.NullMarked;
