/**
 * Whom we serve: a site, its key, the origins it may be opened from, its texts, colours and departments.
 * Everything else in the domain stands on it.
 */
@NullMarked
package chat.beseda.sites;

import org.jspecify.annotations.NullMarked;
