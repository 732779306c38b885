/**
 * What visitors think of the help they got, once a conversation is over.
 *
 * <p>Table {@code rating}: one row for a conversation, replaced when the visitor thinks better of it.
 */
@NullMarked
package chat.beseda.ratings;

import org.jspecify.annotations.NullMarked;
