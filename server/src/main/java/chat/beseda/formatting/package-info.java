/**
 * Formatted text as a small typed document: lines of runs, each with marks from closed sets. It has one shape on the line and in
 * the store, is built into nodes by whoever shows it, and is never HTML.
 */
@NullMarked
package chat.beseda.formatting;

import org.jspecify.annotations.NullMarked;
