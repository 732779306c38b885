package chat.beseda.mail;

/**
 * A letter as it is handed to a mail server: made before the transaction that queues it, because putting it into MIME takes its time.
 *
 * @param source all of it, only ASCII
 */
public record Outgoing(String about, String to, String messageId, String source) {}
