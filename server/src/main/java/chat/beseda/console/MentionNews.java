package chat.beseda.console;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.delivery.Coalescer;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.mentions.Mentions.Mention;
import chat.beseda.mentions.MentionsSeen;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells operators where colleagues mentioned them: the whole list at the beginning and whenever it changes, read by one thread, so
 * that the last one told is the newest.
 */
final class MentionNews {
    private final OperatorHouse house;
    private final OperatorLines lines;
    private final Coalescer<OperatorId, Boolean> changed;

    MentionNews(OperatorHouse house, OperatorLines lines, Timers timers) {
        this.house = house;
        this.lines = lines;
        this.changed =
                new Coalescer<>(timers, Duration.ZERO, whose -> whose.keySet().forEach(this::say));
    }

    void listen(Bus bus) {
        bus.subscribe(MentionsSeen.class, news -> tell(news.operator()));
        bus.subscribe(
                ConversationChanged.class,
                news -> news.events().forEach(event -> {
                    if (event.body() instanceof EventBody.Note note) {
                        note.mentions().forEach(this::tell);
                    }
                }));
    }

    /** Tells soon. */
    void tell(OperatorId operator) {
        changed.mark(operator, true);
    }

    private void say(OperatorId id) {
        List<OperatorLine> theirs = lines.of(id);
        Optional<Operator> operator = house.operators().byId(id);
        if (theirs.isEmpty() || operator.isEmpty()) {
            return;
        }
        var mentions = new ToOperator.Mentions(views(operator.get()));
        theirs.forEach(line -> line.tell(mentions));
    }

    /** Of conversations that the operator may not read any more they learn nothing. */
    private List<ToOperator.Mention> views(Operator operator) {
        return house.conversations().mentions().of(operator.id()).stream()
                .flatMap(mention -> house.conversations().byId(new ConversationId(mention.conversation())).stream()
                        .filter(known -> OperatorHouse.mayRead(operator, known))
                        .map(known -> view(mention, known)))
                .toList();
    }

    private ToOperator.Mention view(Mention mention, Conversation known) {
        VisitorId id = known.facts().visitor();
        Map<VisitorId, Visitor> found = house.visitors().byIds(Set.of(id));
        Visitor visitor = found.get(id);
        return new ToOperator.Mention(
                Long.toString(known.id().value()),
                mention.seq(),
                mention.at(),
                mention.by().toString(),
                Preview.cut(mention.text()),
                visitor == null ? null : visitor.name(),
                visitor == null ? "" : Long.toString(visitor.number()));
    }
}
