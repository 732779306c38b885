package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.events.EventBody;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorMoved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into a visitor's open conversation where he goes meanwhile: another page, away from the site, back. Only operators see
 * these lines. Visitors without a conversation cost nothing but a look into memory. Thread-safe.
 */
public final class Footsteps {
    private static final Logger log = LoggerFactory.getLogger(Footsteps.class);
    private static final Duration WRITTEN_EVERY = Duration.ofMillis(300);
    private static final int LOOKED_THROUGH = 5_000;
    private static final int MOST_WAITING = 2_000;

    private final Conversations conversations;
    private final Set<VisitorId> talking = ConcurrentHashMap.newKeySet();
    /** The newest step of each: whoever runs through pages stopped at the last. */
    private final Map<VisitorId, EventBody> waiting = new ConcurrentHashMap<>();

    public Footsteps(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Begins to hear where visitors go. Called once, before the first visitor. */
    public void listen(Bus bus, Timers timers) {
        bus.subscribe(ConversationChanged.class, this::changed);
        bus.subscribe(VisitorMoved.class, this::moved);
        conversations
                .open(LOOKED_THROUGH)
                .forEach(each -> talking.add(each.facts().visitor()));
        timers.every(WRITTEN_EVERY, this::write);
    }

    /** News of one that has long been over says nothing of another that he may be in by now. */
    private void changed(ConversationChanged news) {
        VisitorId visitor = news.now().facts().visitor();
        if (!(news.now() instanceof Conversation.Closed)) {
            talking.add(visitor);
        } else if (news.events().stream().anyMatch(event -> event.body() instanceof EventBody.Closed)) {
            talking.remove(visitor);
        }
    }

    private void moved(VisitorMoved news) {
        EventBody body = talking.contains(news.present().visitor()) ? body(news) : null;
        if (body != null && waiting.size() < MOST_WAITING) {
            waiting.put(news.present().visitor(), body);
        }
    }

    /** Who comes, comes to a page: that is one line, not two. */
    private static @Nullable EventBody body(VisitorMoved news) {
        Page page = news.present().page();
        return switch (news.move()) {
            case CAME -> new EventBody.CameBack(page);
            case OPENED_PAGE -> page == null || news.present().pages() == 1 ? null : new EventBody.Moved(page);
            case LEFT -> new EventBody.LeftSite();
        };
    }

    private synchronized void write() {
        for (VisitorId visitor : List.copyOf(waiting.keySet())) {
            EventBody body = waiting.remove(visitor);
            if (body != null && !conversations.stepped(visitor, body)) {
                log.atDebug().addKeyValue("visitor", visitor.value()).log("footstep.unwritten");
            }
        }
    }
}
