/** The files of the widget that customers' pages load from us, and the shop that shows it. */
@NullMarked
package chat.beseda.pages;

import org.jspecify.annotations.NullMarked;
