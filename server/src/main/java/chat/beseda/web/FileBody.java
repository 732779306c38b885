package chat.beseda.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Sends what people sent: pictures to be looked at, everything else only to be kept, and nothing that a browser would run. */
public final class FileBody {
    /** Everything that browsers draw without running anything; HEIC some of them. */
    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/heic");

    private static final String SMALL = "small";

    /** What the query says to have a picture kept too. */
    private static final String KEEP = "keep";

    private FileBody() {}

    /** Whether a picture is wanted only as large as a conversation shows it. */
    public static boolean wantsSmall(Context context) {
        return SMALL.equals(context.queryParam("size")) && context.queryParam(KEEP) == null;
    }

    /**
     * Sends the file.
     *
     * @param name harmless
     * @param type what its content is
     */
    public static void send(Context context, Path file, String name, String type) {
        boolean look = PICTURES.contains(type) && context.queryParam(KEEP) == null;
        context.contentType(look ? type : "application/octet-stream");
        context.header("Content-Disposition", disposition(look ? "inline" : "attachment", name));
        context.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "private, max-age=86400, immutable");
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Robots-Tag", "noindex");
        try {
            context.header("Content-Length", Long.toString(Files.size(file)));
            context.result(Files.newInputStream(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** RFC 6266: the name in UTF-8, and beside it one in ASCII for who does not read that. */
    static String disposition(String kind, String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(kind, ascii, encoded);
    }
}
