/// What a company, or who holds its mandate, does with a dossier: write it, send it, answer, withdraw, change its
/// mentors.
@NullMarked
package be.leermeester.portal.application;

import org.jspecify.annotations.NullMarked;
