package chat.beseda.files;

import java.io.IOException;

/** A file that begins as a picture and does not go on as one. */
final class DamagedPicture extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedPicture(String why) {
        super(why);
    }
}
