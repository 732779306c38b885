/**
 * The help pages: what is published of the knowledge base, for visitors, as plain HTML that needs no script; and the same found
 * for the widget as JSON.
 */
@NullMarked
package chat.beseda.help;

import org.jspecify.annotations.NullMarked;
