package chat.beseda.conversations;

import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with what happens to it now: the state after the events, oldest first.
 *
 * @param offerEnd the offer that is over by this
 */
record Change(
        Conversation now, List<Event> events, @Nullable OfferEnd offerEnd) {
    Change {
        events = List.copyOf(events);
    }

    static Change of(Conversation now) {
        return new Change(now, List.of(), null);
    }

    /** Notes the end of the offer, if there was one. */
    Change ending(Conversation before, OfferEnd.Result result, long at) {
        return before instanceof Conversation.Offered offer
                ? new Change(now, events, new OfferEnd(offer.to(), offer.at(), at, result))
                : this;
    }

    /** What is told of both, once both are done. */
    ConversationChanged changedSince(Change earlier) {
        var all = new ArrayList<>(earlier.events);
        all.addAll(events);
        return new ConversationChanged(now, all);
    }

    /** The next event of a stream. */
    Change plus(Stream stream, long at, Author author, @Nullable ClientId cid, EventBody body) {
        Conversation next = now.with(now.facts().withNext(stream));
        var longer = new ArrayList<>(events);
        longer.add(new Event(stream, next.facts().top(stream), at, author, cid, body));
        return new Change(next, longer, offerEnd);
    }

    /** A message of either side: the newest one of the conversation, beginning or ending the visitor's waiting. */
    Change plusMessage(long at, Author author, ClientId cid, EventBody.Message message) {
        Facts facts = now.facts();
        Long waiting = facts.waitingSince();
        Long waitingSince = switch (author) {
            case Author.OfVisitor() -> waiting == null ? Long.valueOf(at) : waiting;
            case Author.OfOperator(var operator) -> null;
            case Author.OfSystem() -> waiting;
        };
        Conversation said = now.with(facts.withMessage(waitingSince, new Preview(author, message.text(), at)));
        return new Change(said, events, offerEnd).plus(Stream.PUBLIC, at, author, cid, message);
    }
}
