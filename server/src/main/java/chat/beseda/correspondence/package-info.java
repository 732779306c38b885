/**
 * Conversations that go on by e-mail: an answer to one of our letters becomes its visitor's message.
 *
 * <p>An answer is known by the mark of the letter it answers, never by its subject, and only from whom that letter went to.
 */
@NullMarked
package chat.beseda.correspondence;

import org.jspecify.annotations.NullMarked;
