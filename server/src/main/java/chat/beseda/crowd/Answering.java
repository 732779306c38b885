package chat.beseda.crowd;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.events.Author;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.operators.OperatorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A simulated colleague's part in one conversation, by the verbs that consoles use. Lives on a thread of its own. */
final class Answering {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Conversations conversations;
    private final Mailbox<ConversationChanged> news;
    private final ConversationId id;
    private final Predicate<OperatorId> isColleague;
    private final RandomGenerator chance;
    private final Pace pace;
    private int visitorsMessages;
    private @Nullable OperatorId offeredTo;
    private boolean closed;

    Answering(
            Conversations conversations,
            Mailbox<ConversationChanged> news,
            ConversationId id,
            Predicate<OperatorId> isColleague,
            RandomGenerator chance) {
        this.conversations = conversations;
        this.news = news;
        this.id = id;
        this.isColleague = isColleague;
        this.chance = chance;
        this.pace = new Pace(chance);
    }

    /** Lets time pass, hearing what happens in the conversation; false when it is closed. */
    boolean linger(double fromSeconds, double toSeconds) throws InterruptedException {
        OperatorId before = offeredTo;
        news.read(
                Duration.ofMillis(Chance.between(fromSeconds, toSeconds, chance)),
                this::hear,
                () -> closed || (offeredTo != null && !offeredTo.equals(before)));
        return !closed;
    }

    /** Takes the conversation if nobody has, and goes by the dialogue to its end. */
    void answer(LiveTalk talk, Colleague colleague) throws InterruptedException {
        Conversation free = conversations.byId(id).orElseThrow();
        if (free.owner() == null
                && conversations.take(colleague.id(), id, free.facts().version(), false)
                        instanceof Outcome.Done(Conversation now)) {
            talk.follow();
            converse(talk, colleague, now.facts().version());
        }
    }

    private void converse(LiveTalk talk, Colleague colleague, int version) throws InterruptedException {
        int expected = 0;
        List<Line> lines = talk.dialogue().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.speaker() == Speaker.VISITOR) {
                expected++;
                continue;
            }
            int said = expected;
            if (!news.read(PATIENCE, this::hear, () -> closed || visitorsMessages >= said) || closed) {
                break;
            }
            conversations.seen(id, Side.OPERATOR, Integer.MAX_VALUE);
            long thinking =
                    i == talk.dialogue().asked() ? Chance.between(4, 15, chance) : pace.before(line, lines.get(i - 1));
            if (!linger(thinking / 1_000.0, thinking / 1_000.0 + 1) || !isStored(say(talk, line, colleague, version))) {
                return;
            }
        }
        if (linger(30, 150)) {
            conversations.close(colleague.id(), id, version);
        }
    }

    private Posted say(LiveTalk talk, Line line, Colleague colleague, int version) {
        String text = talk.text(line.text(), colleague.voice());
        return line.speaker() == Speaker.NOTE
                ? conversations.note(colleague.id(), id, pace.cid(), text)
                : conversations.postByOperator(colleague.id(), id, version, pace.cid(), text);
    }

    private static boolean isStored(Posted posted) {
        return posted instanceof Posted.Stored;
    }

    /** The colleague who is asked to take it, as far as was heard. */
    Optional<OperatorId> offeredTo() {
        return Optional.ofNullable(offeredTo);
    }

    private void hear(ConversationChanged change) {
        offeredTo = change.now() instanceof Conversation.Offered offered && isColleague.test(offered.to())
                ? offered.to()
                : null;
        closed |= change.now() instanceof Conversation.Closed;
        visitorsMessages += (int) change.events().stream()
                .filter(event ->
                        event.body() instanceof EventBody.Message && event.author() instanceof Author.OfVisitor)
                .count();
    }
}
