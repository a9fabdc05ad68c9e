/// Recognition dossiers as lists, pages and answers show them.
@NullMarked
package be.leermeester.portal.dossier;

import org.jspecify.annotations.NullMarked;
