package chat.beseda.storage;

/**
 * The store could not answer. A write that ends so is <em>unknown</em>, never "not stored": the caller may only try again
 * with the same client id.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final StorageTrouble trouble;

    StorageException(StorageTrouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    StorageException(StorageTrouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    public StorageTrouble trouble() {
        return trouble;
    }
}
