package chat.beseda.delivery;

/** The newest seqs of a conversation that this process has heard of. Only grows. Thread-safe. */
final class Tops {
    private long publicTop;
    private long internalTop;

    synchronized void raise(long publicSeq, long internalSeq) {
        publicTop = Math.max(publicTop, publicSeq);
        internalTop = Math.max(internalTop, internalSeq);
    }

    synchronized long publicTop() {
        return publicTop;
    }

    synchronized long internalTop() {
        return internalTop;
    }
}
