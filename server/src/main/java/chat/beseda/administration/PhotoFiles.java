package chat.beseda.administration;

import chat.beseda.photos.Photos;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The operators' pictures, for everybody who sees an operator's face. A picture's name is its content, so it never changes. */
public final class PhotoFiles {
    private final Photos photos;

    public PhotoFiles(Photos photos) {
        this.photos = photos;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/photos/{file}", this::send);
    }

    private void send(Context context) {
        String file = context.pathParam("file");
        String name = file.endsWith(".jpg") ? file.substring(0, file.length() - 4) : "";
        byte[] picture = photos.read(name).orElseThrow(NotFoundResponse::new);
        context.contentType("image/jpeg");
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.header("Cross-Origin-Resource-Policy", "cross-origin");
        context.header("Content-Security-Policy", "default-src 'none'; sandbox");
        context.result(picture);
    }
}
