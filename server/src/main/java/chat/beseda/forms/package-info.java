/**
 * What is wrong with what somebody entered: each field's fault with a code, and the refusals every form shares.
 */
@NullMarked
package chat.beseda.forms;

import org.jspecify.annotations.NullMarked;
