package chat.beseda.storage;

/** Why the store could not do its work. */
public enum StorageTrouble {
    /** No room on the disk: nothing was stored; works again by itself when there is room. */
    FULL,
    /** More writes are waiting than the store takes on, or another process holds the file. */
    BUSY,
    /** The program is about to end: nothing was accepted, the next one takes it. */
    CLOSING,
    /** The database server does not answer. The outcome of what was under way is unknown. */
    UNREACHABLE,
    /** The disk reported an error. The outcome is unknown, and the program has to start anew (quality.md, "fsync error"). */
    BROKEN,
    /** The statement itself was refused: a fault of the program, not of the disk. */
    STATEMENT
}
