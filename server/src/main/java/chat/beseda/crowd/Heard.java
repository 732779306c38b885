package chat.beseda.crowd;

import tools.jackson.databind.JsonNode;

/** What a visitor's client hears on its line. */
sealed interface Heard {

    /** A frame of the server. */
    record Frame(JsonNode frame) implements Heard {}

    /** The line is no more. */
    record Gone(int code) implements Heard {}
}
