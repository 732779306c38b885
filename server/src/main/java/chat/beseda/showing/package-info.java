/** Where the button shows and what it shows there: patterns of pages and places, hours, languages. */
@NullMarked
package chat.beseda.showing;

import org.jspecify.annotations.NullMarked;
