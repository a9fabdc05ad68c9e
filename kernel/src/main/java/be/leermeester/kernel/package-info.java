/// What every feature needs and nothing else.
@NullMarked
package be.leermeester.kernel;

import org.jspecify.annotations.NullMarked;
