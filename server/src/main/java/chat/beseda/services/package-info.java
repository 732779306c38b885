/**
 * The door to what the server calls outside: where its letters go out and where answers come to, and who translates. Each is named,
 * tried and told of here.
 */
@NullMarked
package chat.beseda.services;

import org.jspecify.annotations.NullMarked;
