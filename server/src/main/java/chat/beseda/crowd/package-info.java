/**
 * Simulated people: visitors who walk through the shops of a demo over real sockets and ask, and colleagues who answer some of
 * them. What they say comes from {@code dialogues}.
 */
@NullMarked
package chat.beseda.crowd;

import org.jspecify.annotations.NullMarked;
