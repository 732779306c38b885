/**
 * Letters that came in, read from bytes: who wrote, what is new in it, what goes along with it, and whether a person wrote it at all.
 *
 * <p>Pure: no network, no store, no clock. Everything in a letter is hostile; nothing here throws because of it, and nothing takes more
 * than {@link chat.beseda.incoming.LetterReader} says.
 */
@NullMarked
package chat.beseda.incoming;

import org.jspecify.annotations.NullMarked;
