/**
 * Everybody on the sites now, as operators watch them: rows put together from presence, places, devices and conversations; windows
 * on them, filtered and sorted; and only what changed in a window, four times a second at most. All of it in memory, and only while
 * somebody watches.
 */
@NullMarked
package chat.beseda.lookout;

import org.jspecify.annotations.NullMarked;
