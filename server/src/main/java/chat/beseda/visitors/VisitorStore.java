package chat.beseda.visitors;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where visitors and their tokens are kept. Of a token only its digest comes here. */
interface VisitorStore {

    /** What a token opens. */
    enum TokenKind {
        /** Of the page's storage: presence and counts. */
        VISIT,
        /** Of the panel's storage: conversations. A visitor has one at most. */
        PANEL
    }

    Optional<Visitor> byId(VisitorId id);

    List<Visitor> byIds(Collection<VisitorId> ids);

    /** The visitor of this site who was given the token. */
    Optional<Visitor> holder(SiteId site, TokenKind kind, String digest);

    /** The next number of the site's visitors. */
    long nextNumber(Transaction tx, SiteId site);

    void add(Transaction tx, Visitor visitor);

    void addToken(Transaction tx, VisitorId visitor, TokenKind kind, String digest, long at);

    /** Drops the oldest of the visitor's visit tokens when he has many. */
    void forgetOldVisits(Transaction tx, VisitorId visitor);

    /** Drops all tokens of the visitor. */
    void forgetTokens(Transaction tx, VisitorId visitor);

    boolean hasPanelToken(VisitorId visitor);

    boolean hasPanelToken(Transaction tx, VisitorId visitor);

    /** Notes that he was seen, unless somebody did since he was read. */
    void seen(Transaction tx, Visitor before, Visitor now);

    /** Notes when visitors were seen last, unless they were seen later. */
    void left(Transaction tx, Map<VisitorId, Long> seenAt);

    /** The visitor as he is now, or nothing when there is none. */
    Optional<Visitor> changeContacts(Transaction tx, VisitorId id, Contacts contacts);

    /** Changes what is said of the place a visitor is in. */
    Optional<Visitor> say(Transaction tx, VisitorId id, UnaryOperator<Map<PlaceSource, Place>> change);
}
