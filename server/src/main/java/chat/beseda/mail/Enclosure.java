package chat.beseda.mail;

/** A file that goes along with a letter; whoever hands its bytes over leaves them alone from then on. Immutable. */
public final class Enclosure {
    private final String name;
    private final String type;
    private final byte[] bytes;

    /** @param type the media type */
    public Enclosure(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }
}
