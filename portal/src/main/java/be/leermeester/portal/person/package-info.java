/// Who somebody is: the national number and how it is kept.
@NullMarked
package be.leermeester.portal.person;

import org.jspecify.annotations.NullMarked;
