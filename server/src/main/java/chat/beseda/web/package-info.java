/**
 * HTTP and WebSocket plumbing shared by the doors: routes, sessions, the JSON codec, one table from errors to
 * answers. Knows nothing about chat.
 */
@NullMarked
package chat.beseda.web;

import org.jspecify.annotations.NullMarked;
