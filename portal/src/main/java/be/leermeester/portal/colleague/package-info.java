/// Who of a company has access to its pages, and inviting more of them.
@NullMarked
package be.leermeester.portal.colleague;

import org.jspecify.annotations.NullMarked;
