/**
 * A conversation from the first word to the closing, and the log of what happened in it. Everything stored is
 * also told to the bus, after the commit and never before.
 */
@NullMarked
package chat.beseda.conversations;

import org.jspecify.annotations.NullMarked;
