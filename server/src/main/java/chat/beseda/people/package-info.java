/**
 * How a person becomes an operator and comes in: first set-up, invitations by link, passwords. And everything about
 * people put together.
 */
@NullMarked
package chat.beseda.people;

import org.jspecify.annotations.NullMarked;
