/**
 * Starts and stops the product: reads the settings, calls every constructor, opens the port. Uses everything;
 * nobody uses it.
 */
@NullMarked
package chat.beseda.app;

import org.jspecify.annotations.NullMarked;
