package chat.beseda.web;

import chat.beseda.security.RandomTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which exception gets which answer: the one table. A row for an exception also answers for its subclasses that have none.
 * What has no row is a fault of the program: it is logged, and the other side learns no more than its number.
 */
public final class ProblemTable {
    private static final Logger log = LoggerFactory.getLogger(ProblemTable.class);

    /** Short enough to be read out on the telephone. */
    private static final int NUMBER_LENGTH = 8;

    private final RandomTokens numbers = new RandomTokens();
    private final ProblemTexts texts;
    private final Map<Class<? extends Exception>, Function<Exception, Problem>> rows = new LinkedHashMap<>();

    /** A table that knows the refusals of the door itself. */
    public ProblemTable(ProblemTexts texts) {
        this.texts = texts;
        add(Refused.class, Refused::problem);
        add(HttpResponseException.class, ProblemTable::ofHttp);
    }

    /** Adds a row. */
    public <E extends Exception> ProblemTable add(Class<E> kind, Function<? super E, Problem> answer) {
        rows.put(kind, failure -> answer.apply(kind.cast(failure)));
        return this;
    }

    /** Makes the table answer for every route. */
    public void addTo(RoutesConfig routes) {
        rows.forEach((kind, answer) ->
                routes.exception(kind, (failure, context) -> send(context, answer.apply((Exception) failure))));
        routes.exception(Exception.class, this::unexpected);
    }

    private void unexpected(Exception failure, Context context) {
        if (isNobodyThere(failure)) {
            log.atInfo().addKeyValue("route", context.endpoint().path).log("request.aborted");
            return;
        }
        String number = numbers.name().substring(0, NUMBER_LENGTH);
        log.atError()
                .addKeyValue("number", number)
                .addKeyValue("method", context.method().name())
                .addKeyValue("route", context.endpoint().path)
                .setCause(failure)
                .log("request.failed");
        send(context, new Problem(500, "unexpected", Map.of("number", number), List.of(), null));
    }

    /** Who asked went away, or takes nothing any more: what was written for them ends there, and nobody can be told anything. */
    private static boolean isNobodyThere(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private void send(Context context, Problem problem) {
        context.status(problem.status());
        context.header("Cache-Control", "no-store");
        var retry = problem.retry();
        if (retry != null) {
            context.header("Retry-After", problem.params().getOrDefault("seconds", "1"));
        }
        context.contentType("application/problem+json");
        context.result(Json.bytes(texts.told(problem, RequestLanguage.of(context))));
    }

    private static Problem ofHttp(HttpResponseException refusal) {
        return switch (refusal.getStatus()) {
            case 404 -> Problem.of(404, "not_found");
            case 405 -> Problem.of(405, "method_not_allowed");
            case 413 -> Problem.of(413, "request_too_large");
            default -> Problem.of(refusal.getStatus(), "http_" + refusal.getStatus());
        };
    }
}
