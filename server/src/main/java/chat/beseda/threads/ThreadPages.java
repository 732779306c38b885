package chat.beseda.threads;

import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.formatting.Words;
import chat.beseda.letters.LinkedPages;
import chat.beseda.security.RandomTokens;
import chat.beseda.security.RateLimits;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.time.Timers;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.unseen.UnseenAnswers.Known;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.RequestLanguage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /thread/TOKEN} and {@code /stop/TOKEN}. Whoever has the letter has the token; what he says here is marked as come by e-mail,
 * because nobody proved who he is. Thread-safe.
 */
public final class ThreadPages {
    /** How long a letter's link opens its conversation; letters can be stopped by it for ever. */
    static final Duration OPENS_FOR = Duration.ofDays(30);

    private static final int SENT_AN_HOUR = 60;
    private static final int MOST_EVENTS = 500;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final Sites sites;
    private final Visitors visitors;
    private final Conversations conversations;
    private final Bans bans;
    private final UnseenAnswers unseen;
    private final LinkedPages pages;
    private final InstantSource clock;
    private final RateLimits rates;
    private final RandomTokens tokens = new RandomTokens();

    public ThreadPages(
            Sites sites,
            Visitors visitors,
            Conversations conversations,
            Bans bans,
            UnseenAnswers unseen,
            LinkedPages pages,
            Timers timers,
            InstantSource clock) {
        this.sites = sites;
        this.visitors = visitors;
        this.conversations = conversations;
        this.bans = bans;
        this.unseen = unseen;
        this.pages = pages;
        this.clock = clock;
        this.rates = new RateLimits(SENT_AN_HOUR, Duration.ofHours(1), SENT_AN_HOUR / 3, clock);
        timers.every(Duration.ofMinutes(1), rates::forgetIdle);
    }

    /** A letter whose link still opens its conversation. */
    private record OpenThread(Known letter, Site site, Visitor visitor) {
        Conversation conversation() {
            return letter.conversation();
        }
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/thread/{token}", context -> {
            boolean sent = context.queryParam("sent") != null;
            thread(context)
                    .ifPresentOrElse(
                            thread -> show(context, 200, thread, "", sent ? "sent" : null), () -> missing(context));
        });
        routes.post(
                "/thread/{token}",
                context -> thread(context).ifPresentOrElse(thread -> say(context, thread), () -> missing(context)));
        routes.get(
                "/stop/{token}",
                context ->
                        letter(context).ifPresentOrElse(letter -> showStop(context, letter), () -> missing(context)));
        routes.post(
                "/stop/{token}",
                context -> letter(context)
                        .ifPresentOrElse(
                                letter -> {
                                    unseen.stop(letter, !"letters".equals(context.formParam("want")));
                                    showStop(context, letter);
                                },
                                () -> missing(context)));
    }

    private Optional<Known> letter(Context context) {
        return unseen.ofToken(context.pathParam("token"));
    }

    /** An address that isn't the visitor's any more, as one that was mistyped, opens nothing. */
    private Optional<OpenThread> thread(Context context) {
        return letter(context)
                .filter(letter -> clock.millis() - letter.at() <= OPENS_FOR.toMillis())
                .flatMap(letter -> site(letter)
                        .filter(site -> !site.disabled())
                        .flatMap(site -> visitors.byId(
                                        letter.conversation().facts().visitor())
                                .map(visitor -> new OpenThread(letter, site, visitor))))
                .filter(thread -> thread.letter()
                        .email()
                        .equalsIgnoreCase(thread.visitor().email()))
                .filter(thread -> bans.of(thread.site().id(), thread.visitor().id())
                                .isEmpty()
                        && bans.ofAddress(thread.site().id(), context.ip()).isEmpty());
    }

    private Optional<Site> site(Known letter) {
        return sites.byId(letter.conversation().facts().site());
    }

    private void say(Context context, OpenThread thread) {
        String text = Optional.ofNullable(context.formParam("text")).orElse("").replace("\r\n", "\n");
        if (rates.take(AddressLimit.network(context.ip())).isPresent()) {
            show(context, 429, thread, text, "rate");
            return;
        }
        ClientId cid = ClientId.parse(
                        Optional.ofNullable(context.formParam("cid")).orElse(""))
                .orElseGet(() -> new ClientId(tokens.name()));
        var facts = thread.conversation().facts();
        var saying = new Conversations.Saying(
                new Words.Plain(text), List.of(), null, thread.letter().email());
        Posted posted = conversations.postByVisitor(
                thread.visitor(), new Opening(null, facts.language(), facts.department()), cid, saying);
        switch (posted) {
            case Posted.Stored stored -> {
                conversations.seen(facts.id(), Side.VISITOR, facts.publicTop());
                context.redirect("/thread/" + context.pathParam("token") + "?sent=1", HttpStatus.SEE_OTHER);
            }
            case Posted.Refused refused -> show(context, 422, thread, text, "refused");
        }
    }

    private void show(Context context, int status, OpenThread thread, String text, @Nullable String told) {
        Conversation conversation = thread.conversation();
        List<Event> events = conversations.eventsBefore(conversation.id(), Stream.PUBLIC, Long.MAX_VALUE, MOST_EVENTS);
        var reply = new LinkedPages.Reply(text, tokens.name(), told);
        answer(context, status, pages.thread(thread.site(), conversation, events, reply));
    }

    private void showStop(Context context, Known letter) {
        site(letter)
                .ifPresentOrElse(
                        site -> answer(
                                context,
                                200,
                                pages.stop(site, letter.conversation(), letter.email(), unseen.isStopped(letter))),
                        () -> missing(context));
    }

    private void missing(Context context) {
        answer(context, 404, pages.missing(RequestLanguage.of(context)));
    }

    private static void answer(Context context, int status, String html) {
        context.status(status);
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Robots-Tag", "noindex, nofollow");
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8");
        context.result(html);
    }
}
