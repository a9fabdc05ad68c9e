/// Where a recognition dossier can stand, who may change that, and the one place that does.
@NullMarked
package be.leermeester.portal.status;

import org.jspecify.annotations.NullMarked;
