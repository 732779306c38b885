package chat.beseda.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads what came with a request, never more than was agreed, however much is sent. */
public final class Bodies {
    private Bodies() {}

    /**
     * All of it.
     *
     * @throws Refused {@code too_large} when there is more
     */
    public static byte[] bytes(Context context, int most) {
        if (context.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            InputStream body = context.req().getInputStream();
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        } catch (IOException gone) {
            throw Problem.of(400, "body_broken").refused();
        }
    }

    private static Refused tooLarge(int most) {
        return new Problem(413, "too_large", Map.of("most", Integer.toString(most / 1024)), List.of(), null).refused();
    }
}
