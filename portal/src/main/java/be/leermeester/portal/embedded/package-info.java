/// What the portal carries along so that it starts on nothing but a JDK. Nothing here runs when the real thing
/// is configured.
@NullMarked
package be.leermeester.portal.embedded;

import org.jspecify.annotations.NullMarked;
