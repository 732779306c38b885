/**
 * Figures over the archive; reads only. Each figure is defined once, in {@link chat.beseda.reports.Figure} and where {@code Count}
 * counts it, and computed from single conversations each time it is asked for. So that a year takes no longer than a blink, the
 * conversations of each UTC day that is over lie together, packed, in {@code archive_packed}; a day that changes is packed anew.
 */
@NullMarked
package chat.beseda.reports;

import org.jspecify.annotations.NullMarked;
