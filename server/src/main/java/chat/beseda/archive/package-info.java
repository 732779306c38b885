/**
 * What was said and done, to be found again: every conversation summed up from its log, its words in an index, the working day of
 * each operator in order. Made from the logs, and anew from them whenever that is wanted.
 */
@NullMarked
package chat.beseda.archive;

import org.jspecify.annotations.NullMarked;
