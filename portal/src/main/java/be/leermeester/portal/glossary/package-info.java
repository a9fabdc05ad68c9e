/// The words of the portal, with the definitions of their sources.
@NullMarked
package be.leermeester.portal.glossary;

import org.jspecify.annotations.NullMarked;
