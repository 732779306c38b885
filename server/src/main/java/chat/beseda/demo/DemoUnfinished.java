package chat.beseda.demo;

/** The data folder holds half a demo; the message says what to do. */
public final class DemoUnfinished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoUnfinished() {
        super(
                "the demo was interrupted while it was being filled: remove its data folder (data-demo unless told) and start again");
    }
}
