/// Where an import is read from: a folder or a zip, checked before anything is believed.
@NullMarked
package be.leermeester.portal.exchange.source;

import org.jspecify.annotations.NullMarked;
