package chat.beseda.files;

import org.jspecify.annotations.Nullable;

/**
 * A whole file as a message carries it.
 *
 * @param id 22 random characters
 * @param name harmless: without control characters, folders and what turns the direction of writing; its ending is that of its content
 * @param type the media type, known by the content
 * @param size in bytes
 * @param width in pixels, as it is looked at; with the height only of images that may be shown
 */
public record Attachment(
        String id,
        String name,
        FileKind kind,
        String type,
        long size,
        @Nullable Integer width,
        @Nullable Integer height) {}
