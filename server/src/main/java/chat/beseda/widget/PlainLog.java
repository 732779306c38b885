package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log without scripts.
 *
 * @param pieces oldest first
 * @param earlier where the page before it ends; null when there is none
 */
record PlainLog(List<Piece> pieces, @Nullable Place earlier) {
    private static final int MOST_EVENTS = 100;
    private static final PlainLog EMPTY = new PlainLog(List.of(), null);

    PlainLog {
        pieces = List.copyOf(pieces);
    }

    /** Events of one conversation in a row, oldest first. */
    record Piece(Conversation conversation, List<Event> events) {

        Optional<Event> event(long seq) {
            return events.stream().filter(event -> event.seq() == seq).findFirst();
        }
    }

    /** In a visitor's log, just before an event. */
    record Place(String conversation, long seq) {
        private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,64})\\.(\\d{1,18})");

        /** Reads what an address holds, which is hostile text. */
        static Optional<Place> parse(@Nullable String said) {
            Matcher found = TEXT.matcher(said == null ? "" : said);
            return found.matches()
                    ? Optional.of(new Place(found.group(1), Long.parseLong(found.group(2))))
                    : Optional.empty();
        }

        String text() {
            return conversation + "." + seq;
        }
    }

    /** Reads the page that ends at the place; without a place, or with one that is not his, the newest. */
    static PlainLog of(VisitorHouse house, Site site, @Nullable Visitor visitor, @Nullable Place before) {
        if (visitor == null) {
            return EMPTY;
        }
        Conversation first = before == null
                ? null
                : house.conversations()
                        .byKey(visitor.id(), before.conversation())
                        .orElse(null);
        ConversationId edge = first == null ? null : first.id();
        Past past = house.past(visitor.id(), site, "", edge);
        var pieces = new ArrayList<Piece>();
        int room = MOST_EVENTS;
        if (first != null && before != null) {
            room -= add(house, pieces, first, before.seq(), room);
        }
        for (Conversation each : past.conversations()) {
            if (room > 0) {
                room -= add(house, pieces, each, Long.MAX_VALUE, room);
            }
        }
        if (pieces.isEmpty()) {
            return EMPTY;
        }
        Piece top = pieces.getFirst();
        boolean all =
                past.conversations().isEmpty() || isOf(top, past.conversations().getLast());
        boolean begins = all && !past.earlier() && top.events().getFirst().seq() == 1;
        return new PlainLog(pieces, begins ? null : beginning(top));
    }

    private static int add(VisitorHouse house, List<Piece> pieces, Conversation from, long before, int room) {
        List<Event> events = house.conversations().eventsBefore(from.id(), Stream.PUBLIC, before, room);
        if (!events.isEmpty()) {
            pieces.addFirst(new Piece(from, events));
        }
        return events.size();
    }

    private static boolean isOf(Piece piece, Conversation conversation) {
        return piece.conversation().id().equals(conversation.id());
    }

    private static Place beginning(Piece piece) {
        return new Place(
                piece.conversation().facts().key(), piece.events().getFirst().seq());
    }
}
