/// What all lists share: which rows somebody sees, the conditions of a query, addresses of pages and their turning.
@NullMarked
package be.leermeester.portal.rows;

import org.jspecify.annotations.NullMarked;
