package chat.beseda.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First frames of clients. */
public final class Hellos {
    private Hellos() {}

    public static Map<String, Object> panel(@Nullable String token) {
        return visitor("panel", null, token, null, List.of());
    }

    public static Map<String, Object> loader(@Nullable String visit) {
        return visitor("loader", visit, null, null, List.of());
    }

    public static Map<String, Object> visitor(
            String role,
            @Nullable String visit,
            @Nullable String token,
            @Nullable String epoch,
            List<Map<String, Object>> positions) {
        Map<String, Object> hello = hello(epoch, positions);
        hello.put("role", role);
        hello.put("visit", visit);
        hello.put("token", token);
        hello.put("page", Map.of("url", "https://shop.example/kettles", "title", "Kettles", "referrer", ""));
        hello.put("screen", Map.of("width", 1280, "height", 800));
        hello.put("language", "ru-RU");
        hello.put("timeZone", "Europe/Moscow");
        return hello;
    }

    public static Map<String, Object> operator(@Nullable String epoch, List<Map<String, Object>> positions) {
        return hello(epoch, positions);
    }

    public static Map<String, Object> position(String conversation, String stream, long last) {
        return Map.of("conversation", conversation, "stream", stream, "last", last);
    }

    private static Map<String, Object> hello(@Nullable String epoch, List<Map<String, Object>> positions) {
        Map<String, Object> hello = new HashMap<>();
        hello.put("t", "hello");
        hello.put("protocol", 1);
        hello.put("epoch", epoch);
        hello.put("positions", new ArrayList<>(positions));
        hello.put("tab", "tab");
        return hello;
    }
}
