/// Tables as files that people keep.
@NullMarked
package be.leermeester.portal.export;

import org.jspecify.annotations.NullMarked;
