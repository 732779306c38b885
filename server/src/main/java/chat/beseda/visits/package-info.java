/**
 * What is remembered of a visitor besides the words of conversations: visits and the pages walked in them, and what operators
 * note about the person.
 *
 * <p>Table {@code visit}: a row for each stay, which half an hour of absence ends; {@code page_view}: its newest pages; {@code
 * visitor_comment}: an operator's words about the visitor, which every operator sees.
 */
@NullMarked
package chat.beseda.visits;

import org.jspecify.annotations.NullMarked;
