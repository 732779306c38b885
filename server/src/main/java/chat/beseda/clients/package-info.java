/**
 * Who a visitor is to the company: its own name for the client, as its site tells it and, where signed, proves it; and the links
 * that lead from a conversation to the client's card in the company's other systems.
 *
 * <p>Tables {@code client} (one row for each visitor that was introduced) and {@code client_settings} (one for each site, kept
 * in memory).
 */
@NullMarked
package chat.beseda.clients;

import org.jspecify.annotations.NullMarked;
