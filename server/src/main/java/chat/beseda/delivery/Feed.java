package chat.beseda.delivery;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Facts;
import chat.beseda.conversations.SeenChanged;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.frames.Frame;
import chat.beseda.frames.FrameWriter;
import chat.beseda.frames.Shapes;
import chat.beseda.frames.ToEither;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who follows which conversation, and the news on its way to them. Thread-safe. */
public final class Feed {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Conversations conversations;
    private final EventFrames frames;
    private final FrameWriter writer;
    private final Map<ConversationId, Group> groups = new ConcurrentHashMap<>();

    Feed(Conversations conversations, EventFrames frames, FrameWriter writer) {
        this.conversations = conversations;
        this.frames = frames;
        this.writer = writer;
    }

    void listen(Bus bus) {
        bus.subscribe(ConversationChanged.class, this::changed);
        bus.subscribe(SeenChanged.class, this::seen);
        bus.subscribe(TypingHeard.class, this::typing);
        bus.subscribe(DraftHeard.class, this::draft);
    }

    /**
     * Follows the conversation for the line and sends what the client lacks; returns when it is up to date. Following twice is
     * following once. What may be read no more when the line is told of changes is not followed.
     */
    public void follow(Peer peer, Conversation conversation, Positions positions) {
        ConversationId id = conversation.id();
        Follower follower = peer.following(id, first -> subscribed(peer, conversation));
        if (!follower.begin(positions, () -> readable(peer, id))) {
            leave(peer, id);
        } else if (!peer.line().isOpen()) {
            forget(follower);
        }
    }

    /** Follows the conversation, or sends its newest events again when the line follows it already. */
    public void open(Peer peer, Conversation conversation) {
        if (peer.follows(conversation.id())) {
            Reader reader = reader(peer, conversation);
            for (Stream stream : peer.audience().streams()) {
                long top = conversation.facts().top(stream);
                peer.line()
                        .send(frames.newest(conversation.id(), reader, stream, top, Track.SNAPSHOT)
                                .frame());
            }
        } else {
            follow(peer, conversation, Positions.none(peer.audience()));
        }
    }

    /** Sends the newest events of a conversation that is over and says no more; the line does not follow it. */
    public void show(Peer peer, Conversation.Closed conversation) {
        Reader reader = reader(peer, conversation);
        long top = conversation.facts().publicTop();
        peer.line().awaitRoom(PATIENCE);
        peer.line()
                .send(frames.newest(conversation.id(), reader, Stream.PUBLIC, top, Track.SNAPSHOT)
                        .frame());
    }

    public void leave(Peer peer, ConversationId conversation) {
        Follower follower = peer.stopFollowing(conversation);
        if (follower != null) {
            follower.stop();
            forget(follower);
        }
    }

    /**
     * Sends events after a seq, without moving what the line follows.
     *
     * @param name of the conversation, as this client calls it
     */
    public void fetch(Peer peer, ConversationId id, String name, Stream stream, long after) {
        long position = Math.max(0, after);
        long end = position + Track.REPLAY;
        boolean complete = false;
        while (!complete && position < end && peer.line().awaitRoom(PATIENCE)) {
            EventFrames.Piece piece = frames.after(id, new Reader(name, peer.language()), stream, position);
            peer.line().send(piece.frame());
            complete = piece.complete() || piece.empty();
            position = piece.last();
        }
    }

    /** Sends a page of events before a seq. */
    public void older(Peer peer, ConversationId id, String name, Stream stream, long before) {
        peer.line().send(frames.older(id, new Reader(name, peer.language()), stream, before, Track.SNAPSHOT));
    }

    void forget(Follower follower) {
        groups.computeIfPresent(follower.id(), (id, group) -> group.without(follower));
    }

    /** How many conversations somebody follows. */
    int followedConversations() {
        return groups.size();
    }

    private static Reader reader(Peer peer, Conversation conversation) {
        return new Reader(peer.audience().nameOf(conversation.facts()), peer.language());
    }

    private Follower subscribed(Peer peer, Conversation conversation) {
        String name = peer.audience().nameOf(conversation.facts());
        var made = new ArrayList<Follower>(1);
        groups.compute(conversation.id(), (id, group) -> {
            Group before = group == null ? new Group(new Tops(), List.of()) : group;
            var follower = new Follower(peer, id, name, before.tops, frames);
            made.add(follower);
            return before.with(follower);
        });
        return made.getFirst();
    }

    private Optional<Facts> readable(Peer peer, ConversationId id) {
        Conversation now = conversations
                .byId(id)
                .orElseThrow(() -> new IllegalStateException("conversation " + id.value() + " should be stored"));
        return peer.mayRead(now) ? Optional.of(now.facts()) : Optional.empty();
    }

    private void changed(ConversationChanged news) {
        Facts facts = news.now().facts();
        Group group = groups.get(facts.id());
        if (group != null) {
            group.tops.raise(facts.publicTop(), facts.internalTop());
            var bulletin = new Bulletin(news, frames);
            group.followers.forEach(follower -> tell(follower, news.now(), bulletin));
        }
    }

    /** Whoever may not read it as it is now, is not told what came with the change either. */
    private void tell(Follower follower, Conversation now, Bulletin bulletin) {
        if (follower.peer().mayRead(now)) {
            follower.offer(bulletin);
        } else {
            leave(follower.peer(), follower.id());
        }
    }

    private void seen(SeenChanged news) {
        tell(news.conversation(), name -> new ToEither.SeenBy(name, side(news.side()), news.seq()), null);
    }

    private void typing(TypingHeard news) {
        String person = news.person() == null ? null : news.person().toString();
        tell(
                news.conversation(),
                name -> new ToEither.SomebodyTyping(name, side(news.side()), person, news.on()),
                peer -> concerns(news, peer));
    }

    /** Only those who follow as operators: what is not sent is nobody else's. */
    private void draft(DraftHeard news) {
        tell(
                news.conversation(),
                name -> new ToEither.Draft(name, news.text()),
                peer -> peer.audience() == Audience.OPERATOR);
    }

    /** @param hint whom it concerns, of what may be lost; null for what concerns all and must arrive */
    private void tell(ConversationId id, Function<String, Frame> frame, @Nullable Predicate<Peer> hint) {
        Group group = groups.get(id);
        if (group == null) {
            return;
        }
        Map<Audience, byte[]> written = new EnumMap<>(Audience.class);
        for (Follower follower : group.followers) {
            Peer peer = follower.peer();
            if (hint == null || hint.test(peer)) {
                byte[] bytes = written.computeIfAbsent(
                        peer.audience(), audience -> writer.bytes(frame.apply(follower.name())));
                if (hint == null) {
                    peer.line().send(bytes);
                } else {
                    peer.line().sendIfRoom(bytes);
                }
            }
        }
    }

    /** Nobody is told of their own typing. */
    private static boolean concerns(TypingHeard typing, Peer peer) {
        return switch (typing.side()) {
            case VISITOR -> peer.audience() == Audience.OPERATOR;
            case OPERATOR -> !peer.isOperator(typing.person());
        };
    }

    private static Shapes.Side side(Side side) {
        return switch (side) {
            case VISITOR -> Shapes.Side.VISITOR;
            case OPERATOR -> Shapes.Side.OPERATOR;
        };
    }

    private record Group(Tops tops, List<Follower> followers) {

        Group with(Follower follower) {
            var more = new ArrayList<>(followers);
            more.add(follower);
            return new Group(tops, List.copyOf(more));
        }

        @Nullable
        Group without(Follower follower) {
            List<Follower> fewer =
                    followers.stream().filter(other -> other != follower).toList();
            return fewer.isEmpty() ? null : new Group(tops, fewer);
        }
    }
}
