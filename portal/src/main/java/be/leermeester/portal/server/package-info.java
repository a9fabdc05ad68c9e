@NullMarked
package be.leermeester.portal.server;

import org.jspecify.annotations.NullMarked;
