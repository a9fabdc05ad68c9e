@NullMarked
package be.leermeester.learning;

import org.jspecify.annotations.NullMarked;
