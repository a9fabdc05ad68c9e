/// Agreements between a learner, a recognised workplace and a school.
@NullMarked
package be.leermeester.portal.agreement;

import org.jspecify.annotations.NullMarked;
