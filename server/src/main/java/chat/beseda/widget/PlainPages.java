package chat.beseda.widget;

import chat.beseda.clients.Questionnaires;
import chat.beseda.clients.Questions;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Refusal;
import chat.beseda.events.ClientId;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Address;
import chat.beseda.visitors.Recognised;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.RequestLanguage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same conversation with forms only, for browsers without JavaScript: {@code /plain/KEY}. The visitor's token lies in a cookie;
 * whoever only looks is nobody yet.
 */
final class PlainPages {
    private static final Logger log = LoggerFactory.getLogger(PlainPages.class);
    private static final Duration KEPT = Duration.ofDays(365);
    private static final String PATH = "/plain/{site}";
    /** Nothing runs, one style applies, and the only frame is ours. */
    private static final String POLICY = "default-src 'none'; style-src '" + PlainPaper.STYLE_HASH
            + "'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final VisitorHouse house;
    private final OwnOrigin own;
    private final PlainPaper paper;
    private final RandomTokens tokens = new RandomTokens();

    PlainPages(VisitorHouse house, OwnOrigin own) {
        this.house = house;
        this.own = own;
        this.paper = new PlainPaper(house);
    }

    void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> {
            Site site = site(context);
            Optional<Visitor> visitor = visitor(context, site);
            boolean lost = context.queryParam("sent") != null && visitor.isEmpty();
            send(context, site, visitor.orElse(null), PlainDraft.empty(), lost ? "cookies" : null, Map.of());
        });
        routes.get(PATH + "/log", this::log);
        routes.post(PATH, this::post);
        routes.post(PATH + "/end", this::end);
        routes.post(PATH + "/rate", this::rate);
        routes.post(PATH + "/transcript", this::transcript);
    }

    private Site site(Context context) {
        return house.sites()
                .byKey(context.pathParam("site"))
                .filter(site -> !site.disabled())
                .orElseThrow(NotFoundResponse::new);
    }

    private Optional<Visitor> visitor(Context context, Site site) {
        @Nullable String token = context.cookie(cookie(site));
        return token == null || !house.visitors().knows(site.id(), null, token, true)
                ? Optional.empty()
                : Optional.of(
                        house.visitors().recognise(site.id(), null, token, true).visitor());
    }

    private void log(Context context) {
        Site site = site(context);
        Visitor visitor = visitor(context, site).orElse(null);
        PlainLog.Place before =
                PlainLog.Place.parse(context.queryParam("before")).orElse(null);
        answer(context, 200, paper.log(site, visitor, language(context, site), before));
    }

    private void post(Context context) {
        Site site = site(context);
        var draft = new PlainDraft(
                said(context, "text"),
                said(context, "address"),
                said(context, "cid"),
                context.formParam("consent") != null,
                PlainQuestions.said(context.formParamMap()));
        Visitor visitor = visitor(context, site).orElse(null);
        Optional<Address> address = Address.parse(draft.address());
        Questions questions = questions(context, site, visitor);
        Map<String, String> faults = Questionnaires.faults(questions, draft.answers(), draft.agreed());
        if (isForeign(context)) {
            refuse(context, site, visitor, draft, 403, "foreign", Map.of());
        } else if (isBanned(site, visitor, context.ip())) {
            refuse(context, site, visitor, draft, 403, "banned", Map.of());
        } else if (!draft.address().isBlank() && address.isEmpty()) {
            refuse(context, site, visitor, draft, 422, "address_invalid", Map.of("value", draft.address()));
        } else if (draft.text().isBlank()) {
            refuse(context, site, visitor, draft, 422, "message_empty", Map.of());
        } else if (!faults.isEmpty()) {
            String code = faults.size() == 1 && faults.containsKey("consent") ? "consent" : "answers_invalid";
            refuse(context, site, visitor, draft, 422, code, faults);
        } else {
            say(context, site, visitor, draft, address.orElse(null));
        }
    }

    /** Whoever is nobody yet is asked everything; in a conversation nobody is. */
    private Questions questions(Context context, Site site, @Nullable Visitor visitor) {
        String language = language(context, site);
        if (visitor == null) {
            return new Questions(house.clients().questionnaires().of(site.id()), house.consent(site, language));
        }
        return house.talks(visitor.id()) ? Questions.NONE : house.questions(site, language, visitor.id());
    }

    private boolean isForeign(Context context) {
        String origin = context.header("Origin");
        return origin != null && !origin.equals("null") && !origin.equals(own.of(context));
    }

    private boolean isBanned(Site site, @Nullable Visitor visitor, String address) {
        return house.bans().ofAddress(site.id(), address).isPresent()
                || (visitor != null && house.bans().of(site.id(), visitor.id()).isPresent());
    }

    private void say(Context context, Site site, @Nullable Visitor known, PlainDraft draft, @Nullable Address address) {
        Optional<Duration> wait = known == null
                ? house.rates().mayCome(context.ip())
                : house.rates().maySend(known, context.ip());
        if (wait.isPresent()) {
            refuse(context, site, known, draft, 429, "rate", seconds(wait.get()));
            return;
        }
        try {
            Questions questions = questions(context, site, known);
            Visitor visitor = known == null ? newcomer(context, site) : known;
            if (!questions.isEmpty()) {
                house.clients()
                        .questionnaires()
                        .tell(visitor, questions.consent(), draft.answers(), draft.agreed(), context.ip());
            }
            Posted posted = house.conversations()
                    .postByVisitor(visitor, opening(context, site), draft.cid(tokens), draft.text());
            switch (posted) {
                case Posted.Stored stored -> {
                    if (address != null) {
                        house.visitors().leaveAddress(visitor.id(), "", address);
                    }
                    context.redirect("/plain/" + site.key() + "?sent=1", HttpStatus.SEE_OTHER);
                }
                case Posted.Refused(Refusal refusal) ->
                    refuse(context, site, visitor, draft, 422, refusal.code(), refusal.params());
            }
        } catch (RuntimeException trouble) { // whatever it is, what was typed comes back
            log.atError().setCause(trouble).log("plain.post.failed");
            refuse(context, site, known, draft, 503, "later", Map.of());
        }
    }

    private Visitor newcomer(Context context, Site site) {
        Recognised who = house.visitors().recognise(site.id(), null, null, true);
        var cookie = new Cookie(cookie(site), String.valueOf(who.token()));
        cookie.setPath("/plain/" + site.key());
        cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(own.isSecure(context));
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
        return who.visitor();
    }

    private Opening opening(Context context, Site site) {
        return new Opening(
                null,
                RequestLanguage.of(context),
                house.routing().receptions().department(site.id(), context.formParam("department"), ""));
    }

    private void end(Context context) {
        Site site = site(context);
        visitor(context, site)
                .ifPresent(visitor -> house.today(visitor.id(), site, "").stream()
                        .filter(each -> !(each instanceof Conversation.Closed))
                        .forEach(each -> house.conversations().endByVisitor(visitor.id(), each.id())));
        context.redirect("/plain/" + site.key(), HttpStatus.SEE_OTHER);
    }

    /** Keeps what he thinks of a conversation that is over; what makes no sense changes nothing. */
    private void rate(Context context) {
        Site site = site(context);
        RatingScale scale = house.customs().of(site.id()).rating();
        Optional<Integer> score = Optional.of(said(context, "score"))
                .filter(text -> text.matches("[1-5]"))
                .map(Integer::valueOf);
        if (!isForeign(context) && score.isPresent()) {
            visitor(context, site)
                    .filter(visitor ->
                            house.rates().maySend(visitor, context.ip()).isEmpty())
                    .flatMap(visitor -> over(visitor, said(context, "conversation")))
                    .ifPresent(over -> house.ratings().rate(over, scale, score.get(), said(context, "comment")));
        }
        context.redirect("/plain/" + site.key() + "#rating", HttpStatus.SEE_OTHER);
    }

    /** Notes down that he wants a conversation by e-mail. */
    private void transcript(Context context) {
        Site site = site(context);
        Visitor visitor = visitor(context, site).orElse(null);
        Conversation wanted = visitor == null
                ? null
                : house.conversations()
                        .byKey(visitor.id(), said(context, "conversation"))
                        .orElse(null);
        String email = said(context, "email");
        if (visitor == null || wanted == null || isForeign(context) || isBanned(site, visitor, context.ip())) {
            context.redirect("/plain/" + site.key(), HttpStatus.SEE_OTHER);
            return;
        }
        Optional<Duration> wait = house.rates().maySend(visitor, context.ip());
        String refused = wait.isPresent()
                ? "transcripts_too_many"
                : switch (house.transcripts().ask(wanted.id(), email, language(context, site), "")) {
                    case KEPT -> null;
                    case NO_EMAIL -> "email_invalid";
                    case TOO_MANY -> "transcripts_too_many";
                };
        if (refused == null) {
            context.redirect("/plain/" + site.key() + "?wanted=1#transcript", HttpStatus.SEE_OTHER);
        } else {
            context.status("email_invalid".equals(refused) ? 422 : 429);
            send(context, site, visitor, PlainDraft.empty(), null, Map.of(), new Wish(email, refused));
        }
    }

    private Optional<Conversation.Closed> over(Visitor visitor, String key) {
        return house.conversations()
                .byKey(visitor.id(), key)
                .flatMap(found -> found instanceof Conversation.Closed over ? Optional.of(over) : Optional.empty());
    }

    private void refuse(
            Context context,
            Site site,
            @Nullable Visitor visitor,
            PlainDraft draft,
            int status,
            String code,
            Map<String, String> params) {
        context.status(status);
        send(context, site, visitor, draft, code, params);
    }

    private void send(
            Context context,
            Site site,
            @Nullable Visitor visitor,
            PlainDraft draft,
            @Nullable String error,
            Map<String, String> params) {
        boolean kept = context.queryParam("wanted") != null;
        String email = Optional.ofNullable(visitor).map(Visitor::email).orElse("");
        send(context, site, visitor, draft, error, params, new Wish(email, kept ? "kept" : null));
    }

    private void send(
            Context context,
            Site site,
            @Nullable Visitor visitor,
            PlainDraft draft,
            @Nullable String error,
            Map<String, String> params,
            Wish wish) {
        var form = new PlainPaper.Form(draft, questions(context, site, visitor), tokens.name(), error, params, wish);
        answer(context, context.statusCode(), paper.page(site, visitor, language(context, site), form));
    }

    private static void answer(Context context, int status, String html) {
        context.status(status);
        context.header("Content-Security-Policy", POLICY);
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8");
        context.result(html);
    }

    private static Map<String, String> seconds(Duration wait) {
        return Map.of("seconds", Long.toString(Math.max(1, wait.toSeconds())));
    }

    private static String said(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("").replace("\r\n", "\n");
    }

    private static String language(Context context, Site site) {
        return site.languageFor(RequestLanguage.of(context));
    }

    private static String cookie(Site site) {
        return "beseda-plain-" + site.key();
    }

    /**
     * What stands in the form that asks for the conversation by e-mail.
     *
     * @param outcome {@code kept}, or the code of what is wrong; null while nothing was asked
     */
    record Wish(String email, @Nullable String outcome) {}

    /** What is in the form; kept in it until it is sent. */
    record PlainDraft(String text, String address, String named, boolean agreed, Map<String, String> answers) {
        static PlainDraft empty() {
            return new PlainDraft("", "", "", false, Map.of());
        }

        /** The name the form came with: pressed twice, it is said once. */
        ClientId cid(RandomTokens tokens) {
            return ClientId.parse(named).orElseGet(() -> new ClientId(tokens.name()));
        }
    }
}
