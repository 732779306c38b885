package chat.beseda.clients;

/**
 * A link from a conversation to the client's card in another system of the company.
 *
 * @param title what operators see
 * @param template the address with parameters, see {@link LinkTemplate}
 */
public record ClientLink(String title, String template) {}
