@NullMarked
package be.leermeester.kernel;

import org.jspecify.annotations.NullMarked;
