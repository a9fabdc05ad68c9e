/// The advice of the social partners about recognition dossiers (R12).
@NullMarked
package be.leermeester.portal.advice;

import org.jspecify.annotations.NullMarked;
