package chat.beseda.tags;

/** A tag is new, or called or coloured otherwise, or retired. */
public record TagsChanged() {}
