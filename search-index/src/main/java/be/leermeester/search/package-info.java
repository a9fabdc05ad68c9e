@NullMarked
package be.leermeester.search;

import org.jspecify.annotations.NullMarked;
