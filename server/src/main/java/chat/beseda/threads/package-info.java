/** Where the links in our letters lead: a conversation to be read and gone on with, and the end of letters. No account, no script, no cookie. */
@NullMarked
package chat.beseda.threads;

import org.jspecify.annotations.NullMarked;
