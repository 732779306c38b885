package chat.beseda.incoming;

/** A file or a picture that came in a letter; its bytes are unwrapped when they are asked for, and are no more than the letter's. */
public final class FoundFile {
    private final String name;
    private final String type;
    private final boolean inline;
    private final MimePart part;

    FoundFile(String name, String type, boolean inline, MimePart part) {
        this.name = name;
        this.type = type;
        this.inline = inline;
        this.part = part;
    }

    /** Without folders; never empty. */
    public String name() {
        return name;
    }

    /** The media type as the sender says. */
    public String type() {
        return type;
    }

    /** It stands in the words of the letter, not beside them. */
    public boolean isInline() {
        return inline;
    }

    public byte[] bytes() {
        return part.bytes();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
