/// Signing in: the portal as a client of an OpenID provider.
@NullMarked
package be.leermeester.portal.oidc;

import org.jspecify.annotations.NullMarked;
