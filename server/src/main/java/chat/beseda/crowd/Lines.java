package chat.beseda.crowd;

import java.io.IOException;

/** Where a visitor's line to the server is opened. */
interface Lines {

    /**
     * Opens a line.
     *
     * @param site the site's key
     * @param origin of the page that opens it
     * @param heard told what comes, from any thread
     * @throws IOException when nobody opens
     */
    Line open(String site, String origin, Browser browser, Mailbox<Heard> heard)
            throws IOException, InterruptedException;

    /** An open line. */
    interface Line extends AutoCloseable {

        /** Sends a frame of docs/protocol.md, given as a record of {@link Said}. */
        void send(Said frame);

        @Override
        void close();
    }
}
