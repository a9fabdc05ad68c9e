/// The training deadline: who must follow the mentor training by when, and why (domain.md sections 3 and 9).
@NullMarked
package be.leermeester.learning.deadline;

import org.jspecify.annotations.NullMarked;
