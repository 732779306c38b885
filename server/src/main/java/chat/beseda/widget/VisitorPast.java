package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Positions;
import chat.beseda.frames.ToEither;
import chat.beseda.ratings.Rating;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.util.List;
import java.util.Map;

/** Shows a panel what was said before, a page at a time. */
final class VisitorPast {
    private final VisitorHouse house;

    VisitorPast(VisitorHouse house) {
        this.house = house;
    }

    /** Shows the newest page, and what comes. */
    void begin(VisitorLine line, VisitorLine.Guest who, Positions positions) {
        house.sites().byId(who.visitor().site()).ifPresent(site -> {
            Past past = house.past(who.visitor().id(), site, who.timeZone(), null);
            past.conversations().reversed().forEach(each -> line.show(each, positions));
            finish(line, site.id(), past);
        });
    }

    /** Shows the page before a conversation: each comes above what is there. */
    void before(VisitorLine line, VisitorLine.Guest who, ConversationId first, String rid) {
        house.sites().byId(who.visitor().site()).ifPresent(site -> {
            Past past = house.past(who.visitor().id(), site, who.timeZone(), first);
            for (Conversation each : past.conversations()) {
                if (each instanceof Conversation.Closed over) {
                    line.head(over);
                    house.delivery().feed().show(line.peer(), over);
                } else {
                    line.show(each, Positions.none(Audience.VISITOR));
                }
            }
            finish(line, site.id(), past);
            line.send(new ToEither.Done(rid));
        });
    }

    private void finish(VisitorLine line, SiteId site, Past past) {
        if (house.customs().of(site).rating() != RatingScale.OFF) {
            List<ConversationId> over = past.conversations().stream()
                    .filter(Conversation.Closed.class::isInstance)
                    .map(Conversation::id)
                    .toList();
            Map<ConversationId, Rating> ratings = house.ratings().of(over);
            for (Conversation each : past.conversations()) {
                Rating kept = ratings.get(each.id());
                if (kept != null) {
                    line.rated(each, kept);
                }
            }
        }
        line.send(new ToVisitor.Earlier(past.earlier()));
    }
}
