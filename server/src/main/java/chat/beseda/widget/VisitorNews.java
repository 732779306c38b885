package chat.beseda.widget;

import chat.beseda.bans.Ban;
import chat.beseda.bans.Banned;
import chat.beseda.bans.Network;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.SeenChanged;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Coalescer;
import chat.beseda.delivery.Positions;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.lines.CloseCode;
import chat.beseda.operators.OperatorChanged;
import chat.beseda.operators.OperatorPresenceChanged;
import chat.beseda.outreach.OutreachChanged;
import chat.beseda.ratings.ConversationRated;
import chat.beseda.routing.QueuePlace;
import chat.beseda.routing.ReceptionChanged;
import chat.beseda.sites.DepartmentsChanged;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorForgotten;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells visitors' lines what the feed does not: new conversations, other heads, counts for loaders, how the site looks. */
final class VisitorNews {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private static final Duration HOURS_EVERY = Duration.ofSeconds(20);

    private final VisitorHouse house;
    private final VisitorLines lines;
    private final SiteLooks looks;
    private final Coalescer<SiteId, Boolean> changedSites;
    private final Coalescer<VisitorId, Boolean> uncounted;

    VisitorNews(VisitorHouse house, VisitorLines lines, SiteLooks looks, Timers timers) {
        this.house = house;
        this.lines = lines;
        this.looks = looks;
        this.changedSites = new Coalescer<>(timers, LOOKS_EVERY, this::tellLooks);
        this.uncounted = new Coalescer<>(timers, Duration.ZERO, this::count);
        timers.every(HOURS_EVERY, this::tellHours);
    }

    void listen(Bus bus) {
        bus.subscribe(ConversationChanged.class, this::changed);
        bus.subscribe(QueuePlace.class, this::placed);
        bus.subscribe(ConversationRated.class, this::rated);
        bus.subscribe(SeenChanged.class, news -> {
            if (news.side() == Side.VISITOR) {
                seen(news.visitor());
            }
        });
        bus.subscribe(
                VisitorForgotten.class,
                news -> lines.of(news.visitor())
                        .forEach(line -> line.peer().line().close(CloseCode.SIGNED_OUT)));
        bus.subscribe(SiteChanged.class, news -> changedSites.mark(news.site(), true));
        bus.subscribe(OutreachChanged.class, news -> changedSites.mark(news.site(), true));
        bus.subscribe(ReceptionChanged.class, news -> changedSites.mark(news.site(), true));
        bus.subscribe(DepartmentsChanged.class, news -> allSites());
        bus.subscribe(OperatorChanged.class, news -> allSites());
        bus.subscribe(OperatorPresenceChanged.class, news -> allSites());
    }

    static ToVisitor.Unread unread(VisitorHouse house, List<Conversation> today) {
        boolean open = today.stream().anyMatch(each -> !(each instanceof Conversation.Closed));
        return new ToVisitor.Unread(house.unread(today), open);
    }

    private void changed(ConversationChanged news) {
        VisitorId visitor = news.now().facts().visitor();
        for (VisitorLine line : lines.of(visitor)) {
            if (!line.isPanel()) {
                uncounted.mark(visitor, true);
            } else if (!line.peer().follows(news.now().id())) {
                Thread.ofVirtual().name("show").start(() -> show(line, news.now()));
            } else if (news.now() instanceof Conversation.Active || hasTurn(news)) {
                line.head(news.now());
            }
        }
    }

    /** Whoever is meant has no line any more, and gets none. */
    void banned(Banned news) {
        Ban ban = news.ban();
        if (ban.network() == null) {
            lines.of(ban.visitor()).forEach(line -> line.peer().line().close(CloseCode.BANNED));
            return;
        }
        lines.forEach(line -> {
            VisitorLine.Guest guest = line.guest();
            if (guest != null
                    && guest.visitor().site().equals(ban.site())
                    && comesFrom(guest.visitor().id(), ban)) {
                line.peer().line().close(CloseCode.BANNED);
            }
        });
    }

    private boolean comesFrom(VisitorId visitor, Ban ban) {
        return house.presence()
                .of(visitor)
                .map(present -> Network.of(present.facts().address()).equals(ban.network()))
                .orElse(false);
    }

    private static boolean hasTurn(ConversationChanged news) {
        return news.events().stream().anyMatch(event -> isTurn(event.body()));
    }

    /** Changes the head of the conversation, not only its log. */
    private static boolean isTurn(EventBody body) {
        return switch (body) {
            case EventBody.Message _,
                    EventBody.Deleted _,
                    EventBody.Changed _,
                    EventBody.Note _,
                    EventBody.Tagged _,
                    EventBody.Mailed _,
                    EventBody.Returned _,
                    EventBody.Moved _,
                    EventBody.LeftSite _,
                    EventBody.CameBack _ -> false;
            case EventBody.Opened _, EventBody.Joined _, EventBody.Left _, EventBody.HandedOver _, EventBody.Closed _ ->
                true;
        };
    }

    private void placed(QueuePlace news) {
        lines.of(news.visitor()).stream().filter(VisitorLine::isPanel).forEach(line -> line.place(news));
    }

    private void rated(ConversationRated news) {
        lines.of(news.conversation().facts().visitor()).stream()
                .filter(VisitorLine::isPanel)
                .forEach(line -> line.rated(news.conversation(), news.rating()));
    }

    private static void show(VisitorLine line, Conversation conversation) {
        line.peer().attemptOrEnd(() -> line.show(conversation, Positions.none(Audience.VISITOR)));
    }

    /** What his panel shows, his pages count. */
    private void seen(VisitorId visitor) {
        if (lines.of(visitor).stream().anyMatch(line -> !line.isPanel())) {
            uncounted.mark(visitor, true);
        }
    }

    private void count(Map<VisitorId, Boolean> visitors) {
        for (VisitorId visitor : visitors.keySet()) {
            for (VisitorLine line : lines.of(visitor)) {
                VisitorLine.Guest guest = line.guest();
                if (guest != null && !guest.panel()) {
                    house.sites()
                            .byId(guest.visitor().site())
                            .map(site -> house.today(visitor, site, guest.timeZone()))
                            .ifPresent(today -> line.send(unread(house, today)));
                }
            }
        }
    }

    private void allSites() {
        house.sites().all().forEach(site -> changedSites.mark(site.id(), true));
    }

    private void tellHours() {
        house.sites().all().stream().filter(looks::isTimed).forEach(site -> changedSites.mark(site.id(), true));
    }

    private void tellLooks(Map<SiteId, Boolean> sites) {
        Map<SiteId, Map<String, ToVisitor.SiteLook>> known = new HashMap<>();
        lines.forEach(line -> {
            VisitorLine.Guest guest = line.guest();
            if (guest != null && sites.containsKey(guest.visitor().site())) {
                Site site = house.sites().byId(guest.visitor().site()).orElse(null);
                if (site == null || site.disabled()) {
                    line.peer().line().close(CloseCode.UNKNOWN_SITE);
                } else {
                    ToVisitor.SiteLook plain = known.computeIfAbsent(site.id(), first -> new HashMap<>())
                            .computeIfAbsent(guest.locale(), locale -> looks.plain(site, locale));
                    line.look(looks.on(plain, site, guest, line.page()));
                }
            }
        });
    }
}
