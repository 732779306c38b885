package chat.beseda.console;

import chat.beseda.operators.Permission;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/** One thing the console may ask: where, by whom, and what is done. */
record Route(HandlerType method, String path, Needs needs, Action action) {

    /** What is done. The answer is written as JSON; null is "done, and nothing to say". */
    interface Action {
        @Nullable
        Object answer(Call call);
    }

    static Route open(HandlerType method, String path, Action action) {
        return new Route(method, path, new Needs.Nothing(), action);
    }

    static Route signedIn(HandlerType method, String path, Action action) {
        return new Route(method, path, new Needs.Session(), action);
    }

    static Route right(HandlerType method, String path, Permission permission, Action action) {
        return new Route(method, path, new Needs.Right(permission), action);
    }

    boolean changes() {
        return !method.equals(HandlerType.GET);
    }
}
