/**
 * Passwords, tokens, one-use tickets, rate limits and the primitives of permission checks. Decides nothing
 * about chat: the domain says who may do what.
 */
@NullMarked
package chat.beseda.security;

import org.jspecify.annotations.NullMarked;
