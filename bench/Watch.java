/** Told what a client does and sees. Called on the loop's thread. */
interface Watch {

    /** Somebody pressed send. The conversation is empty when the server will name it. */
    default void sent(String client, String conversation, String stream, String cid, String text) {}

    /** The server said: it is stored. */
    default void acked(String client, String conversation, String stream, String cid, long seq, boolean again) {}

    /** The server said: it will not be stored, and the text went back to the editor. */
    default void refused(String client, String cid, String code) {}

    /** An event came onto the screen, in its turn. */
    default void shown(String client, String conversation, String stream, Shown event) {}

    /** The server said that what the screen shows of this stream begins anew. */
    default void begunAnew(String client, String conversation, String stream) {}

    /** Something went another way than on a good day: a line ended, a message was not accepted now. */
    default void troubled(String client, String what) {}

    /** An event as a client sees it. */
    record Shown(long seq, String cid, String author, String type, String text) {}
}
