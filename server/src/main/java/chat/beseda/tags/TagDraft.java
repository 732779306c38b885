package chat.beseda.tags;

/** What a tag shall be. */
public record TagDraft(String name, TagColour colour, boolean retired) {}
