package chat.beseda.frames;

import org.jspecify.annotations.Nullable;

/** What a frame turned out to be. */
public sealed interface Read<F> {

    /** One of the door's own. */
    record Own<F>(F frame) implements Read<F> {}

    /** One that both doors know. */
    record Shared<F>(FromEither frame) implements Read<F> {}

    /** A hello of another protocol, whatever else is in it. */
    record Outdated<F>() implements Read<F> {}

    /**
     * Not a frame.
     *
     * @param reason {@code json}, {@code type} or {@code shape}
     * @param cid the sender's name for it, when it has one
     */
    record Malformed<F>(
            String reason, @Nullable String cid, @Nullable String rid) implements Read<F> {}
}
