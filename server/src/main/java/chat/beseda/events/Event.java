package chat.beseda.events;

import org.jspecify.annotations.Nullable;

/**
 * One stored row of a conversation's log; never changed.
 *
 * @param seq 1, 2, 3 … within the stream
 * @param at when it was stored, UTC epoch milliseconds; order is by seq, never by time
 * @param cid the sender's name for it; null when nobody sent it
 */
public record Event(
        Stream stream,
        long seq,
        long at,
        Author author,
        @Nullable ClientId cid,
        EventBody body) {}
