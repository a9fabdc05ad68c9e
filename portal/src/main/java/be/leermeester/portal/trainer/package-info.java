/// What a trainer sees: the own sessions and who takes part.
@NullMarked
package be.leermeester.portal.trainer;

import org.jspecify.annotations.NullMarked;
