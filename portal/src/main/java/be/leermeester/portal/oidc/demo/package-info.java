/// The OpenID provider of the demo mode: real protocol, fictional people, loopback only.
@NullMarked
package be.leermeester.portal.oidc.demo;

import org.jspecify.annotations.NullMarked;
