/// Which partnership is competent for a dossier, and what one asks another about it (R11).
@NullMarked
package be.leermeester.portal.competence;

import org.jspecify.annotations.NullMarked;
