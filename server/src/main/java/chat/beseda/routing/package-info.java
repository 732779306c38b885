/**
 * Which question goes to which operator, and when. {@link chat.beseda.routing.Router} decides and knows no clock, no store and
 * no line; whoever feeds it carries the decisions out as compare-and-set orders, so that a decision made on old knowledge is
 * refused and decided anew.
 */
@NullMarked
package chat.beseda.routing;

import org.jspecify.annotations.NullMarked;
