/** What a conversation is made of: events of two streams, who caused them, and how they are kept as text. */
@NullMarked
package chat.beseda.events;

import org.jspecify.annotations.NullMarked;
