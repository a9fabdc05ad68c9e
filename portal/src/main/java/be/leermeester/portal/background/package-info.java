/// What runs beside the requests: deliveries of events, jobs, listening to the other servers.
@NullMarked
package be.leermeester.portal.background;

import org.jspecify.annotations.NullMarked;
