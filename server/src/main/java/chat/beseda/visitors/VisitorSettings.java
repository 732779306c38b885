package chat.beseda.visitors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a site does about its visitors besides answering them.
 *
 * @param previews operators see what a visitor is writing before it is sent; the visitor is told so
 * @param asksPlace the window asks a visitor whether he is in the city he seems to be in
 * @param suggests the window offers articles of the knowledge base before a question is asked
 * @param rating how he is asked what he thinks of the help, once a conversation is over
 * @param files visitors may send files
 * @param fileMegabytes largest file of either side
 * @param fileKinds what visitors may send of {@link #FILE_KINDS}
 * @param pushes the window offers to tell of an answer by a notification when the site is closed
 */
public record VisitorSettings(
        boolean previews,
        boolean asksPlace,
        boolean suggests,
        RatingScale rating,
        boolean files,
        int fileMegabytes,
        List<String> fileKinds,
        boolean pushes) {
    public static final List<String> FILE_KINDS = List.of("image", "document", "archive", "audio", "video");

    private static final int MEGABYTES = 25;

    /** Nothing that a visitor would not expect. */
    public static final VisitorSettings STANDARD = new VisitorSettings(false, true, RatingScale.OFF);

    public VisitorSettings {
        fileKinds = List.copyOf(fileKinds);
    }

    /** With the standard of all else. */
    public VisitorSettings(boolean previews, boolean asksPlace, RatingScale rating) {
        this(previews, asksPlace, false, rating, true, MEGABYTES, FILE_KINDS, true);
    }

    /** How visitors are asked what they think of the help they got. */
    public enum RatingScale {
        /** They are not. */
        @JsonProperty("off")
        OFF,
        /** From one star to five. */
        @JsonProperty("stars")
        STARS,
        /** A thumb down, 1, or up, 5. */
        @JsonProperty("thumbs")
        THUMBS;

        /** Whether one can be so content, from 1 to 5. */
        public boolean has(int score) {
            return switch (this) {
                case OFF -> false;
                case STARS -> score >= 1 && score <= 5;
                case THUMBS -> score == 1 || score == 5;
            };
        }
    }
}
