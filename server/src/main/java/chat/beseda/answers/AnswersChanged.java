package chat.beseda.answers;

/** News: answers of a shelf were added, changed or removed. That one was used is no news. */
public record AnswersChanged(Shelf shelf) {}
