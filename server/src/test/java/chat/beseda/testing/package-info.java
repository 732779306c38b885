/**
 * What tests stand on: a clock and timers whose hands they move, databases of both engines, and ready-made things of the
 * domain.
 */
@NullMarked
package chat.beseda.testing;

import org.jspecify.annotations.NullMarked;
