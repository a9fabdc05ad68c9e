@NullMarked
package be.leermeester.portal.signin;

import org.jspecify.annotations.NullMarked;
