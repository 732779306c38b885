package chat.beseda.operators;

/** What operators say about themselves, unchecked. */
public record OwnDraft(String name, String title, String locale, String theme) {}
