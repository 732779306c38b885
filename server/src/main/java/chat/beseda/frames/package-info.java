/** What goes over a line between a browser and us, as shapes: what either side may say, read and written. */
@NullMarked
package chat.beseda.frames;

import org.jspecify.annotations.NullMarked;
