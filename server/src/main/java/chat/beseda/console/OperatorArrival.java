package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Positions;
import chat.beseda.frames.Frame;
import chat.beseda.frames.ToEither;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import java.util.List;

/** What happens when an operator's client says hello. */
final class OperatorArrival {
    /** Of conversations the client knows besides its own that are brought up to date. */
    private static final int KNOWN = 100;

    private final OperatorHouse house;
    private final OperatorLines lines;
    private final ConversationViews conversations;
    private final OperatorViews operators;
    private final MentionNews mentions;

    OperatorArrival(
            OperatorHouse house,
            OperatorLines lines,
            ConversationViews conversations,
            OperatorViews operators,
            MentionNews mentions) {
        this.house = house;
        this.lines = lines;
        this.conversations = conversations;
        this.operators = operators;
        this.mentions = mentions;
    }

    /**
     * Who has lost the right to be here since they said hello, is sent away; what they may see is asked now that the line is
     * told of changes.
     */
    void greet(OperatorLine line, FromOperator.OperatorHello hello) {
        line.peer().greet(line.me());
        lines.add(line);
        house.presence().connected(line.me(), line.peer().line().id());
        line.user().ifPresentOrElse(operator -> welcome(line, operator, hello), line::signedOut);
    }

    private void welcome(OperatorLine line, Operator operator, FromOperator.OperatorHello hello) {
        line.accessChanged(operator);
        line.send(welcome(operator));
        List<Conversation> inbox = inbox(line);
        Delivery delivery = house.delivery();
        Positions positions = delivery.epoch().equals(hello.epoch())
                ? Positions.of(Audience.OPERATOR, hello.positions())
                : Positions.none(Audience.OPERATOR);
        for (Conversation conversation : inbox) {
            if (operator.id().equals(conversation.owner())) {
                house.follow(line, conversation, feed -> feed.follow(line.peer(), conversation, positions));
            }
        }
        positions.conversations().stream()
                .limit(KNOWN)
                .forEach(name -> house.named(operator, name)
                        .ifPresentOrElse(
                                known -> known(line, known, positions),
                                () -> line.send(new ToOperator.ConversationGone(name))));
        line.send(new ToEither.Synced());
        line.send(house.crowd(operator, house.visitorPresence().counts()));
    }

    private void known(OperatorLine line, Conversation known, Positions positions) {
        if (!line.peer().follows(known.id())) {
            head(line, known);
            house.follow(line, known, feed -> feed.follow(line.peer(), known, positions));
        }
    }

    /**
     * Sends the inbox and, after it, what changed while it was read. One at a time for a line, each with the rights of its
     * own moment, so that the last one sent is the newest.
     */
    List<Conversation> inbox(OperatorLine line) {
        synchronized (line.inboxes()) {
            line.hold();
            List<Conversation> inbox = line.user().map(house::inbox).orElse(List.of());
            line.release(inbox, new ToOperator.Inbox(conversations.of(inbox)));
            mentions.tell(line.me());
            return inbox;
        }
    }

    void head(OperatorLine line, Conversation conversation) {
        ToOperator frame = new ToOperator.ConversationFrame(conversations.of(conversation));
        line.tell(conversation, house.delivery().writer().bytes(frame));
    }

    private ToOperator.OperatorWelcome welcome(Operator operator) {
        return new ToOperator.OperatorWelcome(
                Frame.PROTOCOL,
                house.delivery().epoch(),
                house.clock().millis(),
                operator.id().toString(),
                house.settings().now().company(),
                operators.all(),
                house.sites().all().stream()
                        .filter(site -> Access.maySee(operator, site.id()))
                        .map(site ->
                                new ToOperator.OperatorWelcome.Site(site.id().toString(), site.name(), site.accent()))
                        .toList(),
                house.departments().all().stream()
                        .map(department -> new ToOperator.OperatorWelcome.Department(
                                department.id().toString(),
                                department.name(),
                                department.sites().stream()
                                        .map(Object::toString)
                                        .toList()))
                        .toList(),
                house.tagViews());
    }
}
