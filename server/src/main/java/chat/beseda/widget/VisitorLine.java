package chat.beseda.widget;

import chat.beseda.clients.Introduced;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Peer;
import chat.beseda.delivery.Positions;
import chat.beseda.frames.Frame;
import chat.beseda.frames.FrameReader;
import chat.beseda.frames.FromEither;
import chat.beseda.frames.Read;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import chat.beseda.lines.LineHandler;
import chat.beseda.ratings.Rating;
import chat.beseda.routing.QueuePlace;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The door's end of a visitor's line: a loader on the customer's page, or a panel. Knows who it is after the hello. */
final class VisitorLine implements LineHandler {
    private static final int MOST_NAMED = 100;

    private final Peer peer;
    private final Delivery delivery;
    private final FrameReader<FromVisitor> reader;
    private final VisitorTalk talk;
    private final VisitorHeaders headers;
    private @Nullable VisitorArrival arrival;
    private volatile @Nullable Guest guest;
    private ToVisitor.@Nullable SiteLook look;
    private volatile String page = "";
    private final VisitorDrafts drafts;
    private Map<ConversationId, Integer> shown = Map.of();
    private volatile Map<String, ConversationId> named = Map.of();

    VisitorLine(
            Line line,
            Delivery delivery,
            FrameReader<FromVisitor> reader,
            VisitorArrival arrival,
            VisitorTalk talk,
            VisitorHeaders headers) {
        this.peer = delivery.peer(line, Audience.VISITOR);
        this.delivery = delivery;
        this.reader = reader;
        this.arrival = arrival;
        this.talk = talk;
        this.headers = headers;
        this.drafts = new VisitorDrafts(talk);
    }

    /**
     * Who said hello.
     *
     * @param locale the language chosen for them
     * @param language as the browser names it
     * @param timeZone as the browser names it
     */
    record Guest(Visitor visitor, boolean panel, String locale, String language, String timeZone) {}

    Peer peer() {
        return peer;
    }

    @Nullable
    Guest guest() {
        return guest;
    }

    /** A conversation of this visitor that the line has spoken of before. */
    Optional<ConversationId> named(String key) {
        return Optional.ofNullable(named.get(key));
    }

    void remember(String key, ConversationId id) {
        var more = new HashMap<>(named.size() < MOST_NAMED ? named : Map.of());
        more.put(key, id);
        named = Map.copyOf(more);
    }

    boolean isPanel() {
        Guest known = guest;
        return known != null && known.panel();
    }

    @Override
    public void received(byte[] frame) {
        peer.hear(() -> handle(frame));
    }

    @Override
    public void tooLarge(int limit) {
        peer.tooLarge(limit);
    }

    @Override
    public void closed() {
        peer.ended();
        talk.house().presence().left(peer.line().id());
        Guest known = guest;
        if (known != null) {
            drafts.end();
            talk.lines().remove(known.visitor().id(), this);
            talk.outreach().ended(this, known);
        }
    }

    private void handle(byte[] frame) {
        switch (reader.read(frame)) {
            case Read.Malformed<FromVisitor> malformed -> peer.refuse(malformed);
            case Read.Outdated<FromVisitor>() -> peer.line().close(CloseCode.OUTDATED);
            case Read.Shared<FromVisitor>(FromEither shared) -> shared(shared);
            case Read.Own<FromVisitor>(FromVisitor own) -> own(own);
        }
    }

    private void own(FromVisitor frame) {
        switch (frame) {
            case FromVisitor.VisitorHello hello -> hello(hello);
            case FromVisitor.VisitorSend send -> {
                if (mayTalk(send.cid(), null)) {
                    talk.send(this, send);
                }
            }
            case FromVisitor.VisitorDraft draft -> {
                if (mayTalk(null, null)) {
                    drafts.heard(this, draft);
                }
            }
            case FromVisitor.VisitorPage(var page) -> greeted(who -> talk.moved(this, who, page));
            case FromVisitor.VisitorConsent(String rid, String conversation, boolean agreed) ->
                inPanel(rid, who -> talk.consent(this, rid, conversation, agreed));
            case FromVisitor.LeftAddress left -> inPanel(left.rid(), who -> talk.leaveAddress(this, left));
            case FromVisitor.InvitationFate invited ->
                onPage(visitor -> talk.outreach().invited(visitor, invited));
            case FromVisitor.Idle(int seconds) ->
                onPage(visitor -> talk.outreach().idle(visitor, seconds));
            case FromVisitor.Values(String values) -> greeted(who -> told(who, values));
            case FromVisitor.Identify(var client) -> greeted(who -> introduced(who, client));
            case FromVisitor.Goal(String name, var value) -> greeted(who -> talk.reached(this, who, name, value));
            case FromVisitor.AskInvitation(String text) ->
                onPage(visitor -> talk.outreach().asked(visitor, text));
            case FromVisitor.FindCity find -> inPanel(find.rid(), who -> places().find(this, who, find));
            case FromVisitor.OwnCity city -> inPanel(city.rid(), who -> places().said(this, who, city));
            case FromVisitor.OwnLocation location ->
                inPanel(location.rid(), who -> places().located(this, who, location));
            case FromVisitor.Rate rate -> inPanel(rate.rid(), who -> talk.rate(this, who, rate));
            case FromVisitor.VisitorAnswers said ->
                inPanel(said.rid(), who -> talk.inquiry().answered(this, who, said));
            case FromVisitor.WantEarlier(String rid, String before) ->
                inPanel(rid, who -> talk.earlier(this, who, rid, before));
            case FromVisitor.WantTranscript want -> inPanel(want.rid(), who -> talk.transcript(this, who, want));
            case FromVisitor.VisitorEnd(String rid, String conversation) ->
                inPanel(rid, who -> talk.end(this, rid, conversation));
        }
    }

    private void told(Guest who, String values) {
        if (talk.outreach().values(who.visitor().id(), values)) {
            talk.look(this, who);
        } else {
            peer.refuse(new Read.Malformed<>("shape", null, null));
        }
    }

    private void introduced(Guest who, @Nullable String client) {
        if (client == null) {
            talk.house().visitors().forget(who.visitor().id());
            return;
        }
        Optional<Map<String, Object>> said = JsonObject.read(client);
        Introduced introduced = said.isEmpty()
                ? new Introduced.Refused("malformed")
                : talk.house().clients().introduce(who.visitor(), said.get());
        switch (introduced) {
            case Introduced.Known() -> {}
            case Introduced.Another() -> {
                send(new ToVisitor.Unidentified("another"));
                talk.house().visitors().forget(who.visitor().id());
            }
            case Introduced.Refused(String code) -> send(new ToVisitor.Unidentified(code));
        }
    }

    private void shared(FromEither frame) {
        switch (frame) {
            case FromEither.Beat() -> {}
            case FromEither.Probe() -> peer.beat();
            case FromEither.Typing _, FromEither.Seen _, FromEither.Fetch _, FromEither.Older _ -> {
                if (mayTalk(null, null)) {
                    talk.within(this, frame);
                }
            }
        }
    }

    private void hello(FromVisitor.VisitorHello hello) {
        VisitorArrival first = arrival;
        if (first == null) {
            peer.refuse(new Read.Malformed<>("hello", null, null));
            return;
        }
        arrival = null; // it holds the request, which nobody needs any more
        peer.attemptOrEnd(() -> {
            if (!first.greet(this, hello)) {
                arrival = first;
            }
        });
    }

    /** What only the loader tells, of the page it is on. */
    private void onPage(Consumer<VisitorId> work) {
        greeted(who -> {
            if (who.panel()) {
                peer.refuse(null, null, "forbidden");
            } else {
                work.accept(who.visitor().id());
            }
        });
    }

    private void greeted(Consumer<Guest> work) {
        Guest known = guest;
        if (known == null) {
            peer.refuse(new Read.Malformed<>("hello", null, null));
        } else {
            peer.attempt(null, null, () -> work.accept(known));
        }
    }

    private void inPanel(String rid, Consumer<Guest> work) {
        Guest known = guest;
        if (mayTalk(null, rid) && known != null) {
            work.accept(known);
        }
    }

    private VisitorPlaces places() {
        return talk.outreach().places();
    }

    /** A loader sees counts only, so it has no conversation to talk in. */
    private boolean mayTalk(@Nullable String cid, @Nullable String rid) {
        if (guest == null) {
            peer.refuse(new Read.Malformed<>("hello", cid, rid));
        } else if (!isPanel()) {
            peer.refuse(cid, rid, "forbidden");
        }
        return isPanel();
    }

    void arrived(Guest who, String address, ToVisitor.SiteLook seen) {
        guest = who;
        peer.readsIn(who.locale());
        page = address;
        look = seen;
        peer.greet(null);
    }

    void send(Frame frame) {
        peer.send(frame);
    }

    /** The address of the page the line is on; empty for none. */
    String page() {
        return page;
    }

    void turnTo(String address) {
        page = address;
    }

    /** Whether the button is on its page. */
    synchronized boolean isShown() {
        return look != null && look.show();
    }

    /** Tells of the site when it looks different from what this visitor was told. */
    synchronized void look(ToVisitor.SiteLook now) {
        if (!now.equals(look)) {
            look = now;
            peer.send(new ToVisitor.SiteChanged(now));
        }
    }

    /** Shows the head unless a newer one was shown. */
    synchronized void head(Conversation conversation) {
        int version = conversation.facts().version();
        if (shown.isEmpty()) {
            shown = new HashMap<>(4);
        }
        Integer before = shown.get(conversation.id());
        if (before == null || before < version) {
            shown.put(conversation.id(), version);
            peer.send(headers.of(conversation, guest == null ? "" : guest.locale()));
        }
    }

    /** Tells where a waiting conversation stands. */
    void place(QueuePlace news) {
        peer.send(new ToVisitor.QueuePlace(news.key(), news.place(), news.expected()));
    }

    void rated(Conversation conversation, Rating rating) {
        peer.send(new ToVisitor.VisitorRating(conversation.facts().key(), rating.score(), rating.comment()));
    }

    /** Shows head and events, and what comes. */
    void show(Conversation conversation, Positions positions) {
        head(conversation);
        talk.house().routing().dispatcher().placeOf(conversation.id()).ifPresent(this::place);
        delivery.feed().follow(peer, conversation, positions);
    }
}
