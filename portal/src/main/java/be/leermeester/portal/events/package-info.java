/// Events read back: as an audit trail by the administrator, as a change feed by programs.
@NullMarked
package be.leermeester.portal.events;

import org.jspecify.annotations.NullMarked;
