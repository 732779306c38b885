package chat.beseda.files;

import chat.beseda.files.Attachments.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small twins of pictures: each drawn once, when it is first wanted, and kept beside the picture. One is drawn at a time, so that many
 * cost no more memory than one. Thread-safe.
 */
final class SmallPictures {
    private static final Logger log = LoggerFactory.getLogger(SmallPictures.class);
    private static final long PATIENCE_SECONDS = 5;
    private static final int PNG = 0x89;

    private final FileFolder folder;
    private final Semaphore drawing = new Semaphore(1);

    SmallPictures(FileFolder folder) {
        this.folder = folder;
    }

    /** The small twin; the picture itself where there is none, and while too many wait for theirs. */
    Stored of(Stored picture) {
        Attachment file = picture.file();
        if (file.width() == null || !(here(idOf(picture)) || drawn(picture))) {
            return picture;
        }
        Path small = folder.small(idOf(picture));
        try (InputStream bytes = Files.newInputStream(small)) {
            return switch (bytes.read()) {
                case -1 -> picture;
                case PNG -> new Stored(as(file, "image/png", "png", Files.size(small)), small);
                default -> new Stored(as(file, "image/jpeg", "jpg", Files.size(small)), small);
            };
        } catch (IOException gone) {
            return picture;
        }
    }

    /** Files with the same bytes have one small twin. */
    private static String idOf(Stored picture) {
        return picture.bytes().getFileName().toString();
    }

    private boolean here(String id) {
        return Files.exists(folder.small(id));
    }

    /** False when it could not be done now. */
    private boolean drawn(Stored picture) {
        String id = idOf(picture);
        try {
            if (!drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (!here(id)) {
                byte[] small =
                        SmallPicture.of(picture.bytes(), picture.file().type()).orElse(new byte[0]);
                folder.keepSmall(id, small);
            }
            return true;
        } catch (UncheckedIOException trouble) { // a full disk takes only the small one
            log.atWarn().setCause(trouble).log("files.small.failed");
            return false;
        } finally {
            drawing.release();
        }
    }

    private static Attachment as(Attachment file, String type, String ending, long size) {
        String name = FileName.ending(file.name(), List.of(ending));
        return new Attachment(file.id(), name, file.kind(), type, size, file.width(), file.height());
    }
}
