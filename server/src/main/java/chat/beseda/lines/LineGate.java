package chat.beseda.lines;

import java.util.function.Function;

/** Decides whether a browser gets a line. Asked before anything of the line exists; may block. */
public interface LineGate {

    Admission admit(LineRequest request);

    /** The decision. */
    sealed interface Admission {

        /**
         * A line is opened.
         *
         * @param largestFrame that the browser may send, in bytes
         * @param opener is handed the line and returns the door's end of it
         */
        record Welcome(int largestFrame, Function<Line, LineHandler> opener) implements Admission {}

        /** A line is opened only to say why it is closed at once: a script can't read the status of a refused upgrade. */
        record TurnedAway(CloseCode code) implements Admission {}

        /** No line: the request is answered with this HTTP status. */
        record Refused(int status, String code) implements Admission {}
    }
}
