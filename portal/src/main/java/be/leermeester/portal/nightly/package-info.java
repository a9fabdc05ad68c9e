/// What the portal does with dossiers by itself, each night and after an import: foreseen, done, told.
@NullMarked
package be.leermeester.portal.nightly;

import org.jspecify.annotations.NullMarked;
