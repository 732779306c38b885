package chat.beseda.rest;

import chat.beseda.operators.Permission;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/**
 * One thing the console may ask: where, by whom, and what is done.
 *
 * @param unasked true for a change that an open page asks for by itself, without anybody in front of it
 */
public record Route(HandlerType method, String path, Needs needs, boolean unasked, Action action) {

    /** What is done. The answer is written as JSON, a {@link Download} or {@link Streamed} as it is; null is "done, and nothing to say". */
    public interface Action {
        @Nullable
        Object answer(Call call);
    }

    public static Route open(HandlerType method, String path, Action action) {
        return new Route(method, path, new Needs.Nothing(), false, action);
    }

    public static Route signedIn(HandlerType method, String path, Action action) {
        return new Route(method, path, new Needs.Session(), false, action);
    }

    public static Route unasked(HandlerType method, String path, Action action) {
        return new Route(method, path, new Needs.Session(), true, action);
    }

    public static Route right(HandlerType method, String path, Permission permission, Action action) {
        return new Route(method, path, new Needs.Right(permission), false, action);
    }

    boolean changes() {
        return !method.equals(HandlerType.GET);
    }

    /** What a person does, as opposed to what a page reads or does by itself: only this keeps a session from dying of silence. */
    boolean isAct() {
        return changes() && !unasked;
    }
}
