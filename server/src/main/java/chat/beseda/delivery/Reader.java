package chat.beseda.delivery;

/**
 * Whom a frame is written for.
 *
 * @param name what they call the conversation
 * @param language in which they are told who operators are; empty: as operators call themselves
 */
record Reader(String name, String language) {}
