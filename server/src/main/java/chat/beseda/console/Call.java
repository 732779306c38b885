package chat.beseda.console;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSession;
import chat.beseda.sites.Actor;
import chat.beseda.sites.FieldChecks;
import chat.beseda.sites.Unknown;
import chat.beseda.web.Bodies;
import chat.beseda.web.Json;
import chat.beseda.web.RequestLanguage;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to the console's door, and who makes it. */
public record Call(Context context, @Nullable Signed signed) {

    /** Who makes it. */
    record Signed(Operator operator, OperatorSession session) {}

    Operator me() {
        return Objects.requireNonNull(signed, "the route is open").operator();
    }

    OperatorSession session() {
        return Objects.requireNonNull(signed, "the route is open").session();
    }

    Actor actor() {
        return new Actor(signed == null ? null : me().id().value(), address());
    }

    <T extends Record> T body(Class<T> shape) {
        return Json.body(context, signed == null ? Json.MOST_BYTES_OF_STRANGERS : Json.MOST_BYTES, shape);
    }

    byte[] bytes(int most) {
        return Bodies.bytes(context, most);
    }

    /** The number in the path; what is no number names nothing. */
    long id(String kind) {
        return id(kind, context.pathParam("id"));
    }

    static long id(String kind, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new Unknown(kind, text);
        }
    }

    String path(String name) {
        return context.pathParam(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }

    /** A number of the query; the standard one when there is none. */
    long number(FieldChecks checks, String name, long standard, long least, long most) {
        Optional<String> said = query(name);
        if (said.isEmpty()) {
            return standard;
        }
        try {
            long number = Long.parseLong(said.get());
            checks.range(name, number, least, most);
            return number;
        } catch (NumberFormatException notANumber) {
            checks.add(name, "type", said.get(), Map.of("type", "number"));
            return standard;
        }
    }

    void status(int status) {
        context.status(status);
    }

    String language() {
        return RequestLanguage.of(context);
    }

    String address() {
        return context.ip();
    }

    String agent() {
        return Objects.requireNonNullElse(context.userAgent(), "");
    }
}
