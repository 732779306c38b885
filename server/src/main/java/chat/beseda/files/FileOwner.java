package chat.beseda.files;

/** Who sends a file; nobody else can go on with it or send it. */
public record FileOwner(Kind kind, long id) {

    /** On which side. */
    public enum Kind {
        VISITOR,
        OPERATOR
    }

    public static FileOwner visitor(long id) {
        return new FileOwner(Kind.VISITOR, id);
    }

    public static FileOwner operator(long id) {
        return new FileOwner(Kind.OPERATOR, id);
    }

    /** As the author of an event is stored. */
    int number() {
        return switch (kind) {
            case VISITOR -> 1;
            case OPERATOR -> 2;
        };
    }
}
