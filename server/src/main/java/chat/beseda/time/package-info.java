/**
 * Timers that can be scheduled and cancelled, next to the JDK's clock. The only place besides the
 * application's start that asks what time it is.
 */
@NullMarked
package chat.beseda.time;

import org.jspecify.annotations.NullMarked;
