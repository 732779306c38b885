/**
 * What clients leave to be dealt with later: orders of calls and letters, from their arrival until they are done. One client's
 * requests belong together: they are matched by verified client id, e-mail, telephone and visitor, and taken together.
 *
 * <p>Tables {@code request} (what was left and how it stands), {@code request_words} (what it is found by) and {@code request_event}
 * (what happened to it, only added to).
 */
@NullMarked
package chat.beseda.requests;

import org.jspecify.annotations.NullMarked;
