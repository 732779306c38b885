package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Peer;
import chat.beseda.frames.Frame;
import chat.beseda.frames.FrameReader;
import chat.beseda.frames.FromEither;
import chat.beseda.frames.Read;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import chat.beseda.lines.LineHandler;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door's end of an operator's line. Every frame is checked against the session, which may end at any time. */
final class OperatorLine implements LineHandler {
    private final Peer peer;
    private final OperatorSession session;
    private final OperatorHouse house;
    private final OperatorTalk talk;
    private final FrameReader<FromOperator> reader;
    private final Object inboxes = new Object();
    private boolean greeted;
    private boolean mentioned;
    private @Nullable Operator seenAs;
    private @Nullable List<byte[]> held = new ArrayList<>();
    private final VisitorsScreen visitors;
    private final Set<ConversationId> shown = new HashSet<>();

    OperatorLine(
            Line line,
            OperatorSession session,
            OperatorHouse house,
            OperatorTalk talk,
            FrameReader<FromOperator> reader) {
        this.peer = house.delivery().peer(line, Audience.OPERATOR, now -> mayRead(house, session.operator(), now));
        this.session = session;
        this.house = house;
        this.talk = talk;
        this.reader = reader;
        this.visitors = new VisitorsScreen(this, house);
    }

    Peer peer() {
        return peer;
    }

    OperatorId me() {
        return session.operator();
    }

    String session() {
        return session.id();
    }

    /** Whose line it is, with the rights of this moment; nothing when they have none any more. */
    Optional<Operator> user() {
        return house.sessions()
                .byId(session.id())
                .flatMap(known -> house.operators().byId(me()))
                .filter(known -> !known.disabled());
    }

    boolean mayRead(Conversation now) {
        return mayRead(house, me(), now);
    }

    private static boolean mayRead(OperatorHouse house, OperatorId who, Conversation now) {
        return house.operators()
                .byId(who)
                .filter(operator -> OperatorHouse.mayRead(operator, now))
                .isPresent();
    }

    void signedOut() {
        peer.line().close(CloseCode.SIGNED_OUT);
    }

    /** Held while an inbox is read and sent. */
    Object inboxes() {
        return inboxes;
    }

    /** True when the operator may see other conversations than when this was last asked. */
    synchronized boolean accessChanged(Operator now) {
        Operator before = seenAs;
        seenAs = now;
        return before != null
                && !(before.role() == now.role()
                        && before.sites().equals(now.sites())
                        && before.departments().equals(now.departments()));
    }

    void send(Frame frame) {
        peer.send(frame);
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
        visitors.close();
        talk.lines().remove(this);
        house.presence().disconnected(me(), peer.line().id(), peer.silence());
    }

    private void handle(byte[] frame) {
        Optional<Operator> operator = user();
        if (operator.isEmpty()) {
            signedOut();
            return;
        }
        switch (reader.read(frame)) {
            case Read.Malformed<FromOperator> malformed -> peer.refuse(malformed);
            case Read.Outdated<FromOperator>() -> peer.line().close(CloseCode.OUTDATED);
            case Read.Shared<FromOperator>(FromEither shared) -> shared(operator.get(), shared);
            case Read.Own<FromOperator>(FromOperator own) -> own(operator.get(), own);
        }
    }

    private void shared(Operator operator, FromEither frame) {
        switch (frame) {
            case FromEither.Beat() -> {}
            case FromEither.Probe() -> peer.beat();
            case FromEither.Typing _, FromEither.Seen _, FromEither.Fetch _, FromEither.Older _ -> {
                if (mayTalk(null, null)) {
                    talk.within(this, operator, frame);
                }
            }
        }
    }

    private void own(Operator operator, FromOperator frame) {
        switch (frame) {
            case FromOperator.OperatorHello hello -> hello(hello);
            case FromOperator.Open open -> {
                if (mayTalk(null, null)) {
                    talk.open(this, operator, open.conversation());
                }
            }
            case FromOperator.Leave leave -> {
                if (mayTalk(null, null)) {
                    talk.leave(this, operator, leave.conversation());
                }
            }
            case FromOperator.OperatorSend send -> {
                if (mayTalk(send.cid(), null)) {
                    acted();
                    talk.send(this, operator, send);
                }
            }
            case FromOperator.Note note -> {
                if (mayTalk(note.cid(), null)) {
                    acted();
                    talk.note(this, operator, note);
                }
            }
            case FromOperator.MentionSeen seen -> mentionSeen(operator, seen);
            case Order order -> order(operator, order);
            case FromOperator.Watch watch -> {
                if (mayTalk(null, null)) {
                    watch(watch);
                }
            }
            case FromOperator.Unwatch() -> visitors.unwatch();
        }
    }

    private void mentionSeen(Operator operator, FromOperator.MentionSeen seen) {
        if (mayTalk(null, null)) {
            talk.mentionSeen(this, operator, seen);
        }
    }

    private void watch(FromOperator.Watch watch) {
        try {
            peer.attempt(null, null, () -> visitors.watch(watch));
        } catch (NumberFormatException noId) {
            peer.refuse(new Read.Malformed<>("shape", null, null));
        }
    }

    private void order(Operator operator, Order order) {
        if (mayTalk(null, order.rid())) {
            acted();
            talk.order(this, operator, order);
        }
    }

    /** Words and orders come from a person; everything else a page says by itself, also when it comes back to the line. */
    private void acted() {
        house.sessions().acted(session.id());
    }

    private void hello(FromOperator.OperatorHello hello) {
        if (greeted) {
            peer.refuse(new Read.Malformed<>("hello", null, null));
            return;
        }
        greeted = true;
        peer.attemptOrEnd(() -> talk.greet(this, hello));
    }

    private boolean mayTalk(@Nullable String cid, @Nullable String rid) {
        if (!greeted) {
            peer.refuse(new Read.Malformed<>("hello", cid, rid));
        }
        return greeted;
    }

    /** Tells news; kept back until the welcome and the inbox, which would replace it by something older, are sent. */
    synchronized void tell(byte[] frame) {
        if (held == null) {
            peer.line().send(frame);
        } else {
            held.add(frame);
        }
    }

    /** Tells where the operator is mentioned; that it is nowhere only after it was somewhere. */
    synchronized void tell(ToOperator.Mentions mentions) {
        if (mentioned || !mentions.mentions().isEmpty()) {
            tell(house.delivery().writer().bytes(mentions));
        }
        mentioned = !mentions.mentions().isEmpty();
    }

    /** Tells the head of a conversation that the operator may see. */
    synchronized void tell(Conversation conversation, byte[] head) {
        ConversationId id = conversation.id();
        if (conversation instanceof Conversation.Closed && !peer.follows(id)) {
            shown.remove(id);
        } else {
            shown.add(id);
        }
        tell(head);
    }

    /** What the operator may see no more is followed no more, and the client is told so if it may know of it. */
    void takeAway(ConversationId id) {
        house.delivery().feed().leave(peer, id);
        synchronized (this) {
            if (shown.remove(id) || held != null) {
                tell(house.delivery().writer().bytes(new ToOperator.ConversationGone(Long.toString(id.value()))));
            }
        }
    }

    /** Keeps news back from now on, until what is shown is replaced. */
    synchronized void hold() {
        shown.clear();
        if (held == null) {
            held = new ArrayList<>();
        }
    }

    /** Sends the inbox, then the news that came meanwhile. */
    synchronized void release(List<Conversation> inbox, Frame frame) {
        inbox.forEach(conversation -> shown.add(conversation.id()));
        shown.addAll(peer.followed());
        peer.send(frame);
        if (held != null) {
            held.forEach(peer.line()::send);
        }
        held = null;
    }
}
