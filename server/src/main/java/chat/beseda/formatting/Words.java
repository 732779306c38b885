package chat.beseda.formatting;

/** What somebody sends, before it is judged. */
public sealed interface Words {

    /** Text and nothing else. */
    record Plain(String text) implements Words {}

    /** An operator's formatted answer; its text is made of it. */
    record Formatted(TextDocument document) implements Words {}
}
