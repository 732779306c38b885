package chat.beseda.lines;

/**
 * The door's end of a line. Called in turn, by one virtual thread at a time, in the order the browser sent; it may block, and
 * nothing more is read from that browser meanwhile.
 */
public interface LineHandler {

    /** A frame came: UTF-8 that should be JSON. */
    void received(byte[] frame);

    /** A frame came that is over the limit, in bytes; it was not kept. */
    void tooLarge(int limit);

    /** The line has ended, whoever ended it. The last call, made exactly once. */
    void closed();
}
