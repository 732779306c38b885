/** Who changed what of the settings and rights, and when: rows that are only ever added. */
@NullMarked
package chat.beseda.audit;

import org.jspecify.annotations.NullMarked;
