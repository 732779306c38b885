package chat.beseda.conversations;

import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
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

    /** An offer that is over, for reports. Times are UTC epoch milliseconds. */
    record OfferEnd(OperatorId to, long offeredAt, long endedAt, Result result) {

        /** What became of an offer. */
        enum Result {
            TAKEN,
            MISSED,
            REFUSED,
            /** The operator went off the line. */
            GONE,
            /** Somebody else took the question, or it ended. */
            WITHDRAWN
        }
    }

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

    /** A message of the public stream is something else from now on, also where it is the newest one. */
    Change plusChanged(long at, Event message, EventBody to) {
        Facts facts = now.facts();
        Preview newest = facts.preview();
        boolean shown = newest != null
                && newest.at() == message.at()
                && newest.author().equals(message.author())
                && message.body() instanceof EventBody.Message before
                && new Preview(newest.author(), before.text(), newest.at()).equals(newest);
        String text = to instanceof EventBody.Message after ? after.text() : "";
        Conversation corrected = shown
                ? now.with(facts.withMessage(facts.waitingSince(), new Preview(message.author(), text, message.at())))
                : now;
        return new Change(corrected, events, offerEnd)
                .plus(Stream.PUBLIC, at, message.author(), null, new EventBody.Changed(message.seq(), to));
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
        Conversation said = now.with(facts.withMessage(waitingSince, new Preview(author, message.inALine(), at)));
        return new Change(said, events, offerEnd).plus(Stream.PUBLIC, at, author, cid, message);
    }
}
