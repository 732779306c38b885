package chat.beseda.tags;

/**
 * A word that conversations are marked with.
 *
 * @param retired stays where it is and is put on no more
 */
public record Tag(TagId id, String name, TagColour colour, boolean retired) {}
