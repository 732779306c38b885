package chat.beseda.frames;

import tools.jackson.databind.json.JsonMapper;

/** Writes frames for the line. Thread-safe. */
public final class FrameWriter {
    private final JsonMapper json = JsonMapper.builder().build();

    public byte[] bytes(Frame frame) {
        return json.writeValueAsBytes(frame);
    }
}
