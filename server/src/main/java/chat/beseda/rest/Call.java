package chat.beseda.rest;

import chat.beseda.audit.Actor;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSession;
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

    public Operator me() {
        return Objects.requireNonNull(signed, "the route is open").operator();
    }

    public OperatorSession session() {
        return Objects.requireNonNull(signed, "the route is open").session();
    }

    public Actor actor() {
        return new Actor(signed == null ? null : me().id().value(), address());
    }

    public <T extends Record> T body(Class<T> shape) {
        return Json.body(context, signed == null ? Json.MOST_BYTES_OF_STRANGERS : Json.MOST_BYTES, shape);
    }

    public byte[] bytes(int most) {
        return Bodies.bytes(context, most);
    }

    /** The number in the path; what is no number names nothing. */
    public long id(String kind) {
        return id(kind, context.pathParam("id"));
    }

    public static long id(String kind, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new Unknown(kind, text);
        }
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }

    /** A number of the query; the standard one when there is none. */
    public long number(FieldChecks checks, String name, long standard, long least, long most) {
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

    public void status(int status) {
        context.status(status);
    }

    public String language() {
        return RequestLanguage.of(context);
    }

    public String address() {
        return context.ip();
    }

    public String agent() {
        return Objects.requireNonNullElse(context.userAgent(), "");
    }
}
