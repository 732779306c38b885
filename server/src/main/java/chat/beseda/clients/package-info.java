/**
 * Who a visitor is to the company: its own name for the client, as its site tells it and, where signed, proves it; and the links
 * that lead from a conversation to the client's card in the company's other systems; and what visitors are asked before a
 * conversation begins.
 *
 * <p>Tables {@code client} (one row for each visitor that was introduced) and {@code client_settings} (one for each site, kept
 * in memory); {@code questionnaire} (one for each site, kept in memory), {@code visitor_answer} and {@code visitor_consent}.
 */
@NullMarked
package chat.beseda.clients;

import org.jspecify.annotations.NullMarked;
