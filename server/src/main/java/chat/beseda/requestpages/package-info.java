/** Calls and letters on pages of plain HTML, for browsers without scripts and for links from anywhere: {@code /request/KEY}. */
@NullMarked
package chat.beseda.requestpages;

import org.jspecify.annotations.NullMarked;
