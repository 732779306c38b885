/**
 * The door to requests: lists of what clients left, what operators do with it, and how kinds of requests are set up.
 */
@NullMarked
package chat.beseda.inbox;

import org.jspecify.annotations.NullMarked;
