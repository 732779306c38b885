/** What the installation's owner sets once for all sites. */
@NullMarked
package chat.beseda.settings;

import org.jspecify.annotations.NullMarked;
