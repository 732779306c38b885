/**
 * Who answers: operators, their roles, capacity and presence. Says who is able to take a conversation, not
 * who gets it.
 */
@NullMarked
package chat.beseda.operators;

import org.jspecify.annotations.NullMarked;
