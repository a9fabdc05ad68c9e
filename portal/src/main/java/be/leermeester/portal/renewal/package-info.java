/// Asking companies whether they renew what ends, and what they answer (R9).
@NullMarked
package be.leermeester.portal.renewal;

import org.jspecify.annotations.NullMarked;
