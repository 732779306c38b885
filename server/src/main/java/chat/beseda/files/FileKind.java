package chat.beseda.files;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a file is, as far as people care; what is none of these is not taken. */
public enum FileKind {
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("document")
    DOCUMENT,
    @JsonProperty("archive")
    ARCHIVE,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("video")
    VIDEO
}
