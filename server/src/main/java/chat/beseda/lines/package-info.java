/** A line to a browser, by WebSocket or by long-poll, with the same guarantees: order, room, close codes. */
@NullMarked
package chat.beseda.lines;

import org.jspecify.annotations.NullMarked;
