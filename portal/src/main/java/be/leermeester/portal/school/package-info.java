/// The start page of a school.
@NullMarked
package be.leermeester.portal.school;

import org.jspecify.annotations.NullMarked;
