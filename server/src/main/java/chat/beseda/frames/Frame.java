package chat.beseda.frames;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What one side says to the other over a line: a JSON object with its type in {@code t}. See docs/protocol.md. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
public interface Frame {

    /** The protocol that both doors speak. */
    int PROTOCOL = 1;
}
