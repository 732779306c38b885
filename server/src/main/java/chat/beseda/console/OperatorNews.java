package chat.beseda.console;

import chat.beseda.answers.AnswersChanged;
import chat.beseda.answers.Shelf;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.SeenChanged;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Coalescer;
import chat.beseda.delivery.Positions;
import chat.beseda.events.Side;
import chat.beseda.frames.FrameWriter;
import chat.beseda.frames.Shapes;
import chat.beseda.frames.ToEither;
import chat.beseda.lines.CloseCode;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorChanged;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresenceChanged;
import chat.beseda.operators.SessionEnded;
import chat.beseda.ratings.ConversationRated;
import chat.beseda.ratings.Rating;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestChanged;
import chat.beseda.rest.Fields;
import chat.beseda.sites.DepartmentsChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.tags.TagsChanged;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorChanged;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorMoved;
import chat.beseda.visitors.VisitorPresenceChanged;
import chat.beseda.visitors.VisitorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells operators' lines what the feed does not: heads of conversations, colleagues, the end of a session. */
final class OperatorNews {
    /** Four times a second at most. */
    private static final Duration CALM = Duration.ofMillis(250);

    private static final Duration CROWD_EVERY = Duration.ofSeconds(1);

    private static final Duration LOADS_EVERY = Duration.ofSeconds(5);

    private final OperatorHouse house;
    private final OperatorLines lines;
    private final OperatorArrival arrival;
    private final ConversationViews conversations;
    private final OperatorViews operators;
    private final OpenConversations open;
    private final FrameWriter writer;
    private final Coalescer<ConversationId, Optional<Conversation>> heads;
    private final Coalescer<VisitorId, Boolean> moves;
    private final Coalescer<OperatorId, Boolean> colleagues;
    private final Coalescer<Boolean, Boolean> crowd;
    private final Map<OperatorId, Integer> loads = new ConcurrentHashMap<>();

    OperatorNews(
            OperatorHouse house,
            OperatorLines lines,
            OperatorArrival arrival,
            ConversationViews conversations,
            OperatorViews operators,
            OpenConversations open,
            Timers timers) {
        this.house = house;
        this.lines = lines;
        this.arrival = arrival;
        this.conversations = conversations;
        this.operators = operators;
        this.open = open;
        this.writer = house.delivery().writer();
        this.heads = new Coalescer<>(timers, Duration.ZERO, this::tellHeads);
        this.moves = new Coalescer<>(timers, CALM, this::tellMoves);
        this.colleagues = new Coalescer<>(timers, CALM, this::tellColleagues);
        this.crowd = new Coalescer<>(timers, CROWD_EVERY, this::tellCrowd);
        timers.every(LOADS_EVERY, this::lookAtLoads);
    }

    void listen(Bus bus) {
        bus.subscribe(VisitorMoved.class, news -> {
            if (news.move() != VisitorMoved.Move.OPENED_PAGE) {
                crowd.mark(true, true);
            }
        });
        bus.subscribe(ConversationChanged.class, this::changed);
        bus.subscribe(SeenChanged.class, this::seen);
        bus.subscribe(ConversationRated.class, this::rated);
        bus.subscribe(VisitorPresenceChanged.class, news -> moved(news.visitor()));
        bus.subscribe(VisitorChanged.class, news -> moved(news.visitor()));
        bus.subscribe(OperatorPresenceChanged.class, news -> colleagues.mark(news.operator(), true));
        bus.subscribe(OperatorChanged.class, this::operatorChanged);
        bus.subscribe(SessionEnded.class, this::signedOut);
        bus.subscribe(RequestChanged.class, this::request);
        bus.subscribe(AnswersChanged.class, news -> tellOfAnswers(news.shelf()));
        bus.subscribe(TagsChanged.class, news -> {
            byte[] frame = writer.bytes(new ToOperator.Tags(house.tagViews()));
            lines.forEach(line -> line.tell(frame));
        });
        bus.subscribe(DepartmentsChanged.class, news -> tellOfAnswers(Shelf.common()));
    }

    private void changed(ConversationChanged news) {
        Conversation now = news.now();
        Conversation before = open.note(now);
        heads.mark(now.id(), Optional.of(now));
        OperatorId owner = now instanceof Conversation.Active active ? active.owner() : null;
        OperatorId previous = before instanceof Conversation.Active active ? active.owner() : null;
        if (owner != null && !owner.equals(previous)) {
            colleagues.mark(owner, true);
            lines.of(owner).forEach(line -> Thread.ofVirtual().name("show").start(() -> show(line, now)));
        }
        if (previous != null && !previous.equals(owner)) {
            colleagues.mark(previous, true);
        }
    }

    private void show(OperatorLine line, Conversation conversation) {
        line.peer()
                .attemptOrEnd(() -> house.follow(
                        line,
                        conversation,
                        feed -> feed.follow(line.peer(), conversation, Positions.none(Audience.OPERATOR))));
    }

    /**
     * Whose news carried no head is read here, by the one thread that tells heads: read earlier, it could be told after a
     * newer one.
     */
    private void tellHeads(Map<ConversationId, Optional<Conversation>> changed) {
        List<Conversation> all = changed.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().or(() -> house.conversations().byId(entry.getKey())).stream())
                .toList();
        List<ToOperator.Conversation> views = conversations.of(all);
        for (int i = 0; i < all.size(); i++) {
            Conversation conversation = all.get(i);
            byte[] frame = writer.bytes(new ToOperator.ConversationFrame(views.get(i)));
            lines.forEach(line -> {
                if (line.mayRead(conversation)) {
                    line.tell(conversation, frame);
                } else {
                    line.takeAway(conversation.id());
                }
            });
        }
    }

    private void moved(VisitorId visitor) {
        if (open.of(visitor).isPresent()) {
            moves.mark(visitor, true);
        }
    }

    private void tellMoves(Map<VisitorId, Boolean> visitors) {
        visitors.keySet()
                .forEach(visitor -> open.of(visitor).ifPresent(known -> heads.mark(known.id(), Optional.empty())));
    }

    /** The feed tells those who follow the conversation; here are the others, whose lists show the marks. */
    private void seen(SeenChanged news) {
        Optional<Conversation> known = open.byId(news.conversation());
        if (known.isEmpty()) {
            return;
        }
        Shapes.Side side = news.side() == Side.VISITOR ? Shapes.Side.VISITOR : Shapes.Side.OPERATOR;
        byte[] frame = writer.bytes(
                new ToEither.SeenBy(Audience.OPERATOR.nameOf(known.get().facts()), side, news.seq()));
        lines.forEach(line -> {
            if (!line.peer().follows(news.conversation()) && line.mayRead(known.get())) {
                line.tell(frame);
            }
        });
    }

    /** Who looks at it learns so; others read it with the conversation. */
    private void rated(ConversationRated news) {
        ConversationId id = news.conversation().id();
        Rating rating = news.rating();
        byte[] frame = writer.bytes(new ToOperator.OperatorRating(
                Audience.OPERATOR.nameOf(news.conversation().facts()),
                rating.score(),
                rating.scale() == VisitorSettings.RatingScale.THUMBS
                        ? ToOperator.OperatorRating.Scale.THUMBS
                        : ToOperator.OperatorRating.Scale.STARS,
                rating.comment()));
        lines.forEach(line -> {
            if (line.peer().follows(id)) {
                line.tell(frame);
            }
        });
    }

    private void request(RequestChanged news) {
        Request now = news.now();
        lines.forEach(line -> line.user()
                .filter(me -> house.requests().mayRead(me, now))
                .ifPresent(me -> line.tell(writer.bytes(view(me, news)))));
    }

    private ToOperator.RequestNews view(Operator me, RequestChanged news) {
        Request now = news.now();
        OperatorId owner = now.standing().owner();
        return new ToOperator.RequestNews(
                now.id().toString(),
                Fields.word(news.why()),
                now.kind().toString(),
                Fields.word(now.left().nature()),
                now.site().toString(),
                Fields.word(now.standing().state()),
                owner == null ? null : owner.toString(),
                now.left().name(),
                now.left().slot(),
                now.standing().dueAt(),
                house.requests().concerns(me, now, house.clock().millis()));
    }

    private void tellCrowd(Map<Boolean, Boolean> anybody) {
        Map<SiteId, Integer> counts = house.visitorPresence().counts();
        lines.forEach(line -> line.user().ifPresent(me -> line.tell(writer.bytes(house.crowd(me, counts)))));
    }

    private void tellOfAnswers(Shelf shelf) {
        byte[] frame = writer.bytes(new ToOperator.AnswersChanged());
        lines.forEach(line -> {
            if (shelf.owner() == null || line.me().equals(shelf.owner())) {
                line.tell(frame);
            }
        });
    }

    /** Silence takes a conversation out of the count, and a word takes it in, without other news of the operator. */
    private void lookAtLoads() {
        loads.forEach((id, told) -> {
            if (operators.load(id) != told) {
                colleagues.mark(id, true);
            }
        });
    }

    private void tellColleagues(Map<OperatorId, Boolean> changed) {
        changed.keySet()
                .forEach(id -> operators.of(id).ifPresent(view -> {
                    loads.put(id, view.load());
                    byte[] frame = writer.bytes(new ToOperator.OperatorFrame(view));
                    lines.forEach(line -> line.tell(frame));
                }));
    }

    /** What they may see may be another now: what they may not is taken from them, the inbox is sent anew. */
    private void operatorChanged(OperatorChanged news) {
        colleagues.mark(news.operator(), true);
        List<OperatorLine> theirs = lines.of(news.operator());
        if (!theirs.isEmpty()) {
            Thread.ofVirtual()
                    .name("access")
                    .start(() -> theirs.forEach(line -> line.peer().attemptOrEnd(() -> checkAccess(line))));
        }
    }

    private void checkAccess(OperatorLine line) {
        Operator operator = house.operators().byId(line.me()).orElse(null);
        if (operator == null || operator.disabled()) {
            line.peer().line().close(CloseCode.SIGNED_OUT);
        } else if (line.accessChanged(operator)) {
            for (ConversationId id : line.peer().followed()) {
                if (house.conversations()
                        .byId(id)
                        .filter(known -> OperatorHouse.mayRead(operator, known))
                        .isEmpty()) {
                    line.takeAway(id);
                }
            }
            arrival.inbox(line);
        }
    }

    private void signedOut(SessionEnded news) {
        lines.forEach(line -> {
            if (line.session().equals(news.session())) {
                line.peer().line().close(CloseCode.SIGNED_OUT);
            }
        });
    }
}
