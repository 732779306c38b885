package chat.beseda.files;

import org.jspecify.annotations.Nullable;

/**
 * A file as it was said in a conversation.
 *
 * @param by who said it
 * @param begunAt when it was announced; with its id the order of files, as long as they are the newest first
 * @param seq of the message of the public stream
 * @param at when it was said
 */
public record SaidFile(
        Attachment file,
        FileOwner by,
        long begunAt,
        long conversation,
        @Nullable Long seq,
        long at) {

    /** Where a page of files ends and the next begins. */
    public record Place(long begunAt, String id) {
        /** Before the newest one. */
        public static final Place TOP = new Place(Long.MAX_VALUE, "");

        /** Of a text that {@link #toString} made; the top for any other. */
        public static Place parse(String text) {
            int dot = text.indexOf('.');
            try {
                return dot < 0 ? TOP : new Place(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
            } catch (NumberFormatException other) {
                return TOP;
            }
        }

        @Override
        public String toString() {
            return begunAt + "." + id;
        }
    }

    public Place place() {
        return new Place(begunAt, file.id());
    }
}
