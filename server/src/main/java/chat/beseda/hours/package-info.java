/**
 * When the company, its sites and its departments answer: named timetables, and who goes by which. A pure part that reckons with
 * open and closed times, and the list of timetables that administrators keep.
 *
 * <p>Table {@code timetable}: the week and the special days are JSON documents. Table {@code timetable_choice}: the timetable of a
 * site or a department; without a row a department goes by its site, and a site is always open.
 */
@NullMarked
package chat.beseda.hours;

import org.jspecify.annotations.NullMarked;
