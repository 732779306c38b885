package chat.beseda.rest;

import io.javalin.http.Context;

/** A route's answer that writes itself. */
public interface Streamed {
    void to(Context context);
}
