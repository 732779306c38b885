package chat.beseda.clients;

import java.util.List;

/**
 * How a site introduces its clients, and where their cards are.
 *
 * @param secret what the site's server signs with; whoever knows it may be any client
 * @param signedOnly an introduction without a signature is refused
 */
public record ClientSettings(String secret, boolean signedOnly, List<ClientLink> links) {
    static final int MOST_LINKS = 10;

    public ClientSettings {
        links = List.copyOf(links);
    }
}
