/// What a handler does with a dossier: take it up, check it, ask for what is missing, decide, write about it.
@NullMarked
package be.leermeester.portal.treatment;

import org.jspecify.annotations.NullMarked;
