/// The administrator's pages: is everything running, who may what.
@NullMarked
package be.leermeester.portal.admin;

import org.jspecify.annotations.NullMarked;
