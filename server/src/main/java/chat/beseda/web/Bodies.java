package chat.beseda.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads what came with a request, never more than was agreed, however much is sent. */
public final class Bodies {
    /** Bodies up to so many times the size agreed are taken in, and thrown away, to tell that they are too large. */
    private static final long DRAINED = 4;

    private Bodies() {}

    /**
     * All of it.
     *
     * @throws Refused {@code too_large} when there is more
     */
    public static byte[] bytes(Context context, int most) {
        try {
            InputStream body = context.req().getInputStream();
            boolean fits = context.req().getContentLengthLong() <= most;
            byte[] bytes = fits ? body.readNBytes(most + 1) : new byte[0];
            if (!fits || bytes.length > most) {
                drain(body, DRAINED * most);
                throw tooLarge(most);
            }
            return bytes;
        } catch (IOException gone) {
            throw Problem.of(400, "body_broken").refused();
        }
    }

    /** What is left unread costs the browser its connection, and the person the reason. */
    private static void drain(InputStream body, long most) throws IOException {
        var scrap = new byte[16 * 1024];
        long left = most;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(scrap);
        }
    }

    private static Refused tooLarge(int most) {
        return new Problem(413, "too_large", Map.of("most", Integer.toString(most / 1024)), List.of(), null).refused();
    }
}
