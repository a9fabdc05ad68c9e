package be.leermeester.portal.oidc.demo;

import org.jspecify.annotations.Nullable;

/// A fictional person with a button of their own on the sign-in page.
///
/// @param username what the password grant takes
/// @param subject the `sub` of every token; never changes
/// @param role as shown under the name
/// @param nationalNumber told to the portal when the provider has a claim for it
/// @param locale a BCP 47 tag
public record DemoPerson(
        String username,
        String subject,
        String name,
        String role,
        @Nullable String nationalNumber,
        String locale) {}
