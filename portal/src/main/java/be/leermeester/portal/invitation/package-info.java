/// How a person whom the portal knows gets an account: an invitation, accepted while signed in (domain.md 9.20).
@NullMarked
package be.leermeester.portal.invitation;

import org.jspecify.annotations.NullMarked;
