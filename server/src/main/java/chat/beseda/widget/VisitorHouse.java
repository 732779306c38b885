package chat.beseda.widget;

import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.clients.Questions;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.delivery.Delivery;
import chat.beseda.outreach.Outreach;
import chat.beseda.ratings.Ratings;
import chat.beseda.routing.Routing;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.sites.Today;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PlaceWords;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the house that a visitor's line leads to. */
record VisitorHouse(
        Sites sites,
        Visitors visitors,
        VisitorPresence presence,
        Conversations conversations,
        Delivery delivery,
        Routing routing,
        VisitorRates rates,
        Outreach outreach,
        Bans bans,
        SiteCustoms customs,
        Clients clients,
        Ratings ratings,
        Transcripts transcripts,
        PlaceWords places,
        Clock clock) {

    /** The visitor's newest conversations of the span that the site shows, oldest first; an open one always. */
    List<Conversation> today(VisitorId visitor, Site site, String timeZone) {
        return past(visitor, site, timeZone, null).conversations().reversed();
    }

    /** A page of them. */
    Past past(VisitorId visitor, Site site, String timeZone, @Nullable ConversationId before) {
        return Past.of(conversations, visitor, before, Today.start(site, timeZone, clock));
    }

    /** What he is still to be asked before a conversation begins. */
    Questions questions(Site site, String locale, VisitorId visitor) {
        boolean talked = !conversations
                .history(List.of(visitor), null, 1)
                .conversations()
                .isEmpty();
        return clients.questionnaires().questions(site.id(), consent(site, locale), visitor, talked);
    }

    /** The text a visitor agrees to, in his language where the site has one; null for none. */
    @Nullable
    String consent(Site site, String locale) {
        String own = sites.wording().of(site.id(), locale).consent();
        return own.isEmpty() ? site.consentText() : own;
    }

    /** True while a conversation of his goes on. */
    boolean talks(VisitorId visitor) {
        return conversations.ofVisitor(visitor, clock.millis()).stream()
                .anyMatch(each -> !(each instanceof Conversation.Closed));
    }

    /**
     * Whether a page counts as a step of his walk; false when pages follow each other faster than anybody reads. The page he
     * is on already takes nothing: his window tells it as well.
     */
    boolean isStep(VisitorId visitor, Page page) {
        return presence.of(visitor)
                        .map(PresentVisitor::page)
                        .filter(now -> now.url().equals(page.url()))
                        .isPresent()
                || rates.mayOpenPage(visitor).isEmpty();
    }

    int unread(List<Conversation> of) {
        return of.stream().mapToInt(conversations::unread).sum();
    }
}
