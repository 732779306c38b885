package chat.beseda.console;

import chat.beseda.cluster.Bus;
import chat.beseda.frames.FrameReader;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineRequest;
import chat.beseda.operators.OperatorSession;
import chat.beseda.security.Tickets;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.Optional;

/** Where operators' lines come in: from our own pages only, with a ticket that a signed-in console has just fetched. */
public final class OperatorDoor implements LineGate {
    private static final int LARGEST_FRAME = 64 * 1024;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private final OperatorHouse house;
    private final Tickets tickets;
    private final FrameReader<FromOperator> reader = new FrameReader<>(FromOperator.class);
    private final OpenConversations open = new OpenConversations();
    private final OperatorTalk talk;
    private final OperatorNews news;
    private final MentionNews mentions;

    public OperatorDoor(OperatorHouse house, Tickets tickets, Timers timers) {
        this.house = house;
        this.tickets = tickets;
        var lines = new OperatorLines();
        this.mentions = new MentionNews(house, lines, timers);
        var conversations = new ConversationViews(
                house.visitors(),
                house.visitorPresence(),
                house.routing(),
                house.conversations().taggings());
        var operators = new OperatorViews(
                house.operators(),
                house.presence(),
                house.shifts(),
                open,
                house.routing().settings(),
                house.clock());
        var arrival = new OperatorArrival(house, lines, conversations, operators, mentions);
        var results = new OrderResults(house.clock());
        timers.every(Duration.ofMinutes(1), results::forgetOld);
        this.talk = new OperatorTalk(house, lines, arrival, results);
        this.news = new OperatorNews(house, lines, arrival, conversations, operators, open, timers);
    }

    /** Begins to hear news. Called once, before the first line. */
    public void listen(Bus bus) {
        news.listen(bus);
        mentions.listen(bus);
        open.load(house.allOpen());
    }

    @Override
    public Admission admit(LineRequest request) {
        if (!request.isOurs()) {
            return new Admission.Refused(FORBIDDEN, "origin_not_allowed");
        }
        String ticket = request.parameter("ticket");
        Optional<OperatorSession> session =
                Optional.ofNullable(ticket).flatMap(tickets::redeem).flatMap(house.sessions()::byId);
        if (session.isEmpty()) {
            return new Admission.Refused(UNAUTHORIZED, "ticket_stale");
        }
        return new Admission.Welcome(LARGEST_FRAME, line -> new OperatorLine(line, session.get(), house, talk, reader));
    }
}
