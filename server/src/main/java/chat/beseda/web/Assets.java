package chat.beseda.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built pages and scripts, out of the class path, sent in the smallest form a browser takes (Brotli, gzip, plain; made at build
 * time). Names with a hash in them may be kept for ever, the rest is asked for again.
 */
public final class Assets {
    /** For files whose name changes with their content. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** For pages: keep, but ask each time. */
    public static final String ASK_EACH_TIME = "no-cache";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("ts", "text/plain; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    /** One spelling for each file: no empty or dotted steps, which the file system would forgive. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+(?:[./][\\w-]+)*");

    /** So many names of files that are not there are remembered. */
    private static final int MISSED = 1_000;

    private final String folder;
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    /** @param folder where the files are on the class path, such as {@code frontend} */
    public Assets(String folder) {
        this.folder = folder;
    }

    /** Sends the file, or answers false when there is none, or when it is a page: pages go out through {@link Page} alone. */
    public boolean send(Context context, String path, String caching) {
        if (path.contains(".html") || bytes(path).isEmpty()) {
            return false;
        }
        context.header("Cache-Control", caching);
        context.header("Vary", "Accept-Encoding");
        context.contentType(TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream"));
        context.result(smallest(context, path));
        return true;
    }

    /** The text of a page, for those that are filled in before they are sent. */
    public Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] smallest(Context context, String path) {
        @Nullable String accepted = context.header("Accept-Encoding");
        for (Packing packing : Packing.values()) {
            Optional<byte[]> packed = accepted != null && accepted.contains(packing.name)
                    ? bytes(path + packing.ending)
                    : Optional.empty();
            if (packed.isPresent()) {
                context.header("Content-Encoding", packing.name);
                return packed.get();
            }
        }
        return bytes(path).orElseThrow();
    }

    private Optional<byte[]> bytes(String path) {
        Optional<byte[]> known = read.get(path);
        if (known != null) {
            return known;
        }
        Optional<byte[]> found = load(path);
        if (found.isPresent() || read.size() < MISSED) {
            read.put(path, found);
        }
        return found;
    }

    private Optional<byte[]> load(String path) {
        if (!NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream file = Assets.class.getResourceAsStream("/" + folder + "/" + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The packed forms, smallest first. */
    private enum Packing {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz");

        private final String name;
        private final String ending;

        Packing(String name, String ending) {
            this.name = name;
            this.ending = ending;
        }
    }
}
