/**
 * Notifications that a visitor's browser shows when no page of the site is open (Web Push: RFC 8030, 8291, 8292).
 *
 * <p>Tables {@code push_key}, one row: who we are to the push services; {@code push_subscription}: a browser that may be told. An
 * answer that nobody has seen for a while is told to each browser of its visitor, encrypted so that only that browser reads it.
 */
@NullMarked
package chat.beseda.push;

import org.jspecify.annotations.NullMarked;
