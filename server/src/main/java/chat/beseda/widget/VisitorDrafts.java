package chat.beseda.widget;

import chat.beseda.conversations.ConversationId;
import chat.beseda.delivery.DraftHeard;
import chat.beseda.visitors.Visitor;
import org.jspecify.annotations.Nullable;

/** What one line's visitor is writing, for the operators of the conversation, where the site wants that. Never kept. */
final class VisitorDrafts {
    private static final int LONGEST = 500;
    /** Clients wait longer; whoever doesn't is not heard in between. */
    private static final long PAUSE_MILLIS = 200;

    private final VisitorTalk talk;
    private long heardAt;
    private @Nullable ConversationId shown;

    VisitorDrafts(VisitorTalk talk) {
        this.talk = talk;
    }

    synchronized void heard(VisitorLine line, FromVisitor.VisitorDraft draft) {
        VisitorLine.Guest guest = line.guest();
        if (guest == null || !isWanted(guest.visitor())) {
            return;
        }
        VisitorHouse house = talk.house();
        long now = house.clock().millis();
        String text = cut(draft.text());
        if (now - heardAt < PAUSE_MILLIS && !text.isEmpty()) {
            return;
        }
        heardAt = now;
        talk.in(line, draft.conversation(), known -> tell(known, text));
    }

    /** The window is closed: nothing is being written in it. */
    synchronized void end() {
        ConversationId last = shown;
        if (last != null) {
            shown = null;
            talk.house().delivery().draft(new DraftHeard(last, ""));
        }
    }

    private void tell(ConversationId conversation, String text) {
        shown = text.isEmpty() ? null : conversation;
        talk.house().delivery().draft(new DraftHeard(conversation, text));
    }

    private boolean isWanted(Visitor visitor) {
        return talk.house().customs().of(visitor.site()).previews();
    }

    /** The end is what is being written; lines stay lines, nothing else unprintable does. */
    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        String end = length <= LONGEST ? text : text.substring(text.offsetByCodePoints(0, length - LONGEST));
        return end.codePoints()
                .map(VisitorDrafts::printable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static int printable(int point) {
        boolean turn = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean control = Character.isISOControl(point) && point != '\n';
        return turn || control || Character.getType(point) == Character.SURROGATE ? ' ' : point;
    }
}
