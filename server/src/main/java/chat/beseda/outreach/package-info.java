/**
 * Who is spoken to first, and where the button is: rules of invitations, rules of pages and places, and the stay over
 * everybody on line that lets a rule speak at its time.
 *
 * <p>Table {@code outreach}: a site's rules, one row each; {@code outreach_past}: what one visitor was already invited to;
 * {@code outreach_figure}: how often a rule was shown, accepted, refused and ignored, by day.
 */
@NullMarked
package chat.beseda.outreach;

import org.jspecify.annotations.NullMarked;
