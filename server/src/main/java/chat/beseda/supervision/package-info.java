/** The supervisors' door: what was said and done, found again and counted. */
@NullMarked
package chat.beseda.supervision;

import org.jspecify.annotations.NullMarked;
