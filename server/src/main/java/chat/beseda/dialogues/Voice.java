package chat.beseda.dialogues;

/**
 * Who answers, as far as it is heard in the words.
 *
 * @param name the given name
 * @param neighbour the given name of a colleague they mention
 */
public record Voice(String name, boolean woman, String neighbour) {}
