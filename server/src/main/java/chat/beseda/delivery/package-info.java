/**
 * Brings what happens in conversations to the browsers that follow them: once, in order, without holes, whatever the line
 * does. The frames both doors share are here; what only one of them says is in {@code widget} or {@code console}.
 *
 * <pre>
 *   Conversations --news--> Feed --frames--> Follower --> Peer --> web.Line
 *                  \--store--> (what is missing) --^        ^-- Heartbeats
 * </pre>
 */
@NullMarked
package chat.beseda.delivery;

import org.jspecify.annotations.NullMarked;
