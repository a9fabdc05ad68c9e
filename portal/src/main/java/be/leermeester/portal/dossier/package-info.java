/// Recognition dossiers: their statuses, their clock and what their history says.
@NullMarked
package be.leermeester.portal.dossier;

import org.jspecify.annotations.NullMarked;
