package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Refusal;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Positions;
import chat.beseda.delivery.TypingHeard;
import chat.beseda.events.ClientId;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.frames.FromEither;
import chat.beseda.frames.Read;
import chat.beseda.frames.Shapes;
import chat.beseda.frames.ToEither;
import chat.beseda.ratings.Rating;
import chat.beseda.routing.RoutingRules;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Address;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.widget.FromVisitor.VisitorSend;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a visitor may do in conversations. A visitor names them by their keys, and reaches only his own. */
final class VisitorTalk {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final VisitorHouse house;
    private final VisitorLines lines;

    private final SiteLooks looks;
    private final VisitorOutreach outreach;
    private final VisitorPast past;
    private final VisitorInquiry inquiry;

    VisitorTalk(VisitorHouse house, VisitorLines lines, SiteLooks looks, VisitorOutreach outreach) {
        this.house = house;
        this.lines = lines;
        this.looks = looks;
        this.outreach = outreach;
        this.past = new VisitorPast(house);
        this.inquiry = new VisitorInquiry(house);
    }

    VisitorHouse house() {
        return house;
    }

    VisitorOutreach outreach() {
        return outreach;
    }

    VisitorInquiry inquiry() {
        return inquiry;
    }

    VisitorLines lines() {
        return lines;
    }

    /** Stores the words and acknowledges them: only what is on the disk. */
    void send(VisitorLine line, VisitorSend send) {
        Visitor visitor = visitor(line);
        Optional<ClientId> cid = ClientId.parse(send.cid());
        if (cid.isEmpty()) {
            line.peer().refuse(new Read.Malformed<>("shape", send.cid(), null));
            return;
        }
        Optional<Duration> wait = house.rates().maySend(visitor, address(visitor));
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), send.cid(), null));
            return;
        }
        line.peer().attempt(send.cid(), null, () -> post(line, visitor, cid.get(), send));
    }

    /** Where he is now; two of his lines may be in two places. */
    private String address(Visitor visitor) {
        return house.presence()
                .of(visitor.id())
                .map(present -> present.facts().address())
                .orElse("");
    }

    private void post(VisitorLine line, Visitor visitor, ClientId cid, VisitorSend send) {
        if (send.conversation() != null && named(line, send.conversation()).isEmpty()) {
            line.peer().refuse(send.cid(), null, "conversation_unknown");
            return;
        }
        if (!inquiry.mayBegin(line, guest(line))) {
            line.peer().refuse(send.cid(), null, "answers_wanted");
            return;
        }
        answer(
                line,
                send.cid(),
                house.conversations().postByVisitor(visitor, opening(visitor, send), cid, send.said()));
    }

    private Opening opening(Visitor visitor, VisitorSend send) {
        Optional<PresentVisitor> present = house.presence().of(visitor.id());
        Page page = present.map(PresentVisitor::page).orElse(null);
        return new Opening(
                page,
                present.map(PresentVisitor::facts).map(VisitorFacts::language).orElse(""),
                house.routing()
                        .receptions()
                        .department(visitor.site(), send.department(), page == null ? "" : page.url()));
    }

    private void answer(VisitorLine line, String cid, Posted posted) {
        switch (posted) {
            case Posted.Stored stored -> {
                line.send(new ToEither.Ack(
                        cid,
                        stored.key(),
                        Shapes.Stream.PUBLIC,
                        stored.event().seq(),
                        stored.event().at(),
                        stored.dup()));
                if (stored.dup() && !line.peer().follows(stored.conversation())) {
                    house.conversations()
                            .byId(stored.conversation())
                            .ifPresent(known -> line.show(known, Positions.none(Audience.VISITOR)));
                }
            }
            case Posted.Refused(Refusal refusal) ->
                line.send(house.delivery().refusals().of(refusal, cid, null));
        }
    }

    void end(VisitorLine line, String rid, String conversation) {
        VisitorId visitor = visitor(line).id();
        line.peer()
                .attempt(
                        null,
                        rid,
                        () -> named(line, conversation)
                                .ifPresentOrElse(
                                        known -> answer(
                                                line, rid, house.conversations().endByVisitor(visitor, known)),
                                        () -> line.peer().refuse(null, rid, "conversation_unknown")));
    }

    /** Keeps what he thinks of a conversation that is over, and shows it in all his windows. */
    void rate(VisitorLine line, VisitorLine.Guest who, FromVisitor.Rate rate) {
        Visitor visitor = who.visitor();
        Optional<Duration> wait = house.rates().maySend(visitor, address(visitor));
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), null, rate.rid()));
            return;
        }
        line.peer().attempt(null, rate.rid(), () -> {
            Optional<Conversation.Closed> known = named(line, rate.conversation())
                    .flatMap(house.conversations()::byId)
                    .filter(Conversation.Closed.class::isInstance)
                    .map(Conversation.Closed.class::cast);
            if (known.isEmpty()) {
                line.peer().refuse(null, rate.rid(), "conversation_unknown");
                return;
            }
            var scale = house.customs().of(visitor.site()).rating();
            Optional<Rating> kept = house.ratings().rate(known.get(), scale, rate.score(), rate.comment());
            if (kept.isEmpty()) {
                line.peer().refuse(null, rate.rid(), "forbidden");
                return;
            }
            line.send(new ToEither.Done(rate.rid()));
        });
    }

    /** Notes down that he wants a conversation by e-mail. */
    void transcript(VisitorLine line, VisitorLine.Guest who, FromVisitor.WantTranscript want) {
        Visitor visitor = who.visitor();
        Optional<Duration> wait = house.rates().maySend(visitor, address(visitor));
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), null, want.rid()));
            return;
        }
        line.peer().attempt(null, want.rid(), () -> {
            Optional<ConversationId> known = named(line, want.conversation());
            if (known.isEmpty()) {
                line.peer().refuse(null, want.rid(), "conversation_unknown");
                return;
            }
            String language = Site.LANGUAGES.contains(want.language()) ? want.language() : who.locale();
            switch (house.transcripts().ask(known.get(), want.email(), language, who.timeZone())) {
                case KEPT -> line.send(new ToEither.Done(want.rid()));
                case NO_EMAIL -> line.peer().refuse(null, want.rid(), "address_invalid");
                case TOO_MANY -> line.peer().refuse(null, want.rid(), "transcripts_too_many");
            }
        });
    }

    /** Shows what was said before the conversation of that name. */
    void earlier(VisitorLine line, VisitorLine.Guest who, String rid, String before) {
        line.peer()
                .attempt(
                        null,
                        rid,
                        () -> named(line, before)
                                .ifPresentOrElse(
                                        known -> past.before(line, who, known, rid),
                                        () -> line.peer().refuse(null, rid, "conversation_unknown")));
    }

    /** The answer to whether the conversation may go to somebody else. */
    void consent(VisitorLine line, String rid, String conversation, boolean agreed) {
        VisitorId visitor = visitor(line).id();
        line.peer()
                .attempt(
                        null,
                        rid,
                        () -> named(line, conversation)
                                .ifPresentOrElse(
                                        known -> answer(line, rid, consented(visitor, known, agreed)),
                                        () -> line.peer().refuse(null, rid, "conversation_unknown")));
    }

    /** Who receives it next has as long to think as if they had been asked now. */
    private Outcome consented(VisitorId visitor, ConversationId known, boolean agreed) {
        Duration answer = house.conversations()
                .byId(known)
                .map(Conversation::facts)
                .map(facts -> house.routing().settings().of(facts.site(), facts.department()))
                .orElseGet(RoutingRules::standard)
                .answer();
        return house.conversations()
                .consent(visitor, known, agreed, house.clock().millis() + answer.toMillis());
    }

    /** Keeps where he can be reached; what he wrote is no part of it. */
    void leaveAddress(VisitorLine line, FromVisitor.LeftAddress left) {
        Visitor visitor = visitor(line);
        Optional<Address> address = Address.parse(left.address());
        Optional<Duration> wait = house.rates().maySend(visitor, address(visitor));
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), null, left.rid()));
        } else if (address.isEmpty()) {
            line.peer().refuse(null, left.rid(), "address_invalid");
        } else {
            line.peer().attempt(null, left.rid(), () -> {
                house.visitors().leaveAddress(visitor.id(), left.name(), address.get());
                line.send(new ToEither.Done(left.rid()));
            });
        }
    }

    private void answer(VisitorLine line, String rid, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var now) -> line.send(new ToEither.Done(rid));
            case Outcome.Refused(Refusal refusal) ->
                line.send(house.delivery().refusals().of(refusal, null, rid));
        }
    }

    /** Typing, seen, fetch and older. */
    void within(VisitorLine line, FromEither frame) {
        switch (frame) {
            case FromEither.Typing(String name, boolean on) ->
                in(line, name, known -> house.delivery().typing(new TypingHeard(known, Side.VISITOR, null, on)));
            case FromEither.Seen(String name, long seq) ->
                in(line, name, known -> house.conversations().seen(known, Side.VISITOR, seq));
            case FromEither.Fetch(String name, var stream, long after) -> {
                if (isPublic(line, stream)) {
                    in(
                            line,
                            name,
                            known -> house.delivery().feed().fetch(line.peer(), known, name, Stream.PUBLIC, after));
                }
            }
            case FromEither.Older(String name, var stream, long before) -> {
                if (isPublic(line, stream)) {
                    in(
                            line,
                            name,
                            known -> house.delivery().feed().older(line.peer(), known, name, Stream.PUBLIC, before));
                }
            }
            case FromEither.Beat(), FromEither.Probe() -> {}
        }
    }

    /** What the site wants is done; too much of it is no visitor's doing. */
    void reached(VisitorLine line, VisitorLine.Guest who, String name, @Nullable Double value) {
        Optional<Duration> wait = house.rates().mayReachGoal(who.visitor().id());
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), null, null));
        } else {
            house.visitors().reached(who.visitor(), name, value);
        }
    }

    void moved(VisitorLine line, VisitorLine.Guest who, Shapes.Page said) {
        Page page = page(said);
        String lineId = line.peer().line().id();
        line.turnTo(page.url());
        if (!house.isStep(who.visitor().id(), page)) {
            house.presence().passed(lineId, page);
            return;
        }
        house.presence().moved(lineId, page);
        outreach.moved(who.visitor().id(), page);
        look(line, who);
    }

    /** What is known of the visitor has changed, and it may be shown otherwise. */
    void look(VisitorLine line, VisitorLine.Guest who) {
        house.sites().byId(who.visitor().site()).ifPresent(site -> line.look(looks.of(site, who, line.page())));
    }

    static Page page(Shapes.Page page) {
        return new Page(page.url(), page.title(), page.referrer());
    }

    private static boolean isPublic(VisitorLine line, Shapes.Stream stream) {
        if (stream == Shapes.Stream.INTERNAL) {
            line.peer().refuse(null, null, "forbidden");
        }
        return stream == Shapes.Stream.PUBLIC;
    }

    /** Does something with the visitor's own conversation of that name. */
    void in(VisitorLine line, String name, Consumer<ConversationId> work) {
        line.peer()
                .attempt(
                        null,
                        null,
                        () -> named(line, name)
                                .ifPresentOrElse(work, () -> line.peer().refuse(null, null, "conversation_unknown")));
    }

    /** The visitor's conversation of that name. Whose it is never changes, so the store is asked once for a line. */
    private Optional<ConversationId> named(VisitorLine line, String key) {
        Optional<ConversationId> known = line.named(key);
        if (known.isPresent() || !KEY.matcher(key).matches()) {
            return known;
        }
        Optional<ConversationId> found =
                house.conversations().byKey(visitor(line).id(), key).map(Conversation::id);
        found.ifPresent(id -> line.remember(key, id));
        return found;
    }

    private static Visitor visitor(VisitorLine line) {
        return guest(line).visitor();
    }

    private static VisitorLine.Guest guest(VisitorLine line) {
        VisitorLine.@Nullable Guest guest = line.guest();
        if (guest == null) {
            throw new IllegalStateException("nobody talks before the hello");
        }
        return guest;
    }
}
