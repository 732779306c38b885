/**
 * How long operators really worked: computed each time from what was seen (shifts, stretches with conversations) and from signed
 * corrections, by days in a time zone. Nothing computed is kept.
 */
@NullMarked
package chat.beseda.worktime;

import org.jspecify.annotations.NullMarked;
