package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Refusal;
import chat.beseda.delivery.Audience;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Positions;
import chat.beseda.devices.Hints;
import chat.beseda.frames.Frame;
import chat.beseda.frames.ToEither;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.LineRequest;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Today;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Recognised;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.widget.FromVisitor.VisitorHello;
import chat.beseda.widget.FromVisitor.VisitorHello.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens when a visitor's client says hello; used for one line. */
final class VisitorArrival {
    private final VisitorHouse house;
    private final VisitorLines lines;
    private final SiteLooks looks;
    private final VisitorOutreach outreach;
    private final LineRequest request;
    private final SiteId siteId;

    VisitorArrival(
            VisitorHouse house,
            VisitorLines lines,
            SiteLooks looks,
            VisitorOutreach outreach,
            LineRequest request,
            SiteId site) {
        this.house = house;
        this.lines = lines;
        this.looks = looks;
        this.outreach = outreach;
        this.request = request;
        this.siteId = site;
    }

    /** The site's list decides, and our own pages carry the button too: the demo, a link to try it. */
    static boolean mayLoad(Site site, LineRequest request) {
        return request.isOurs() || site.allows(request.origin());
    }

    /** False when the same hello is to come again after a while. */
    boolean greet(VisitorLine line, VisitorHello hello) {
        Optional<Site> site = house.sites().byId(siteId).filter(known -> !known.disabled());
        boolean panel = hello.role() == VisitorHello.Role.PANEL;
        if (site.isEmpty()) {
            line.peer().line().close(CloseCode.UNKNOWN_SITE);
        } else if (panel ? !request.isOurs() : !mayLoad(site.get(), request)) {
            line.peer().line().close(CloseCode.FORBIDDEN);
        } else {
            Optional<Duration> wait = wait(hello, panel);
            wait.ifPresentOrElse(
                    time -> {
                        line.peer().waitsToBeGreeted();
                        line.send(house.delivery().refusals().of(new Refusal.Rate(time), null, null));
                    },
                    () -> admit(line, hello, site.get(), panel));
            return wait.isEmpty();
        }
        return true;
    }

    /** Newcomers of one network wait their turn. */
    private Optional<Duration> wait(VisitorHello hello, boolean panel) {
        return house.visitors().knows(siteId, hello.visit(), hello.token(), panel)
                ? Optional.empty()
                : house.rates().mayCome(request.address());
    }

    private void admit(VisitorLine line, VisitorHello hello, Site site, boolean panel) {
        Recognised who = house.visitors().recognise(siteId, hello.visit(), hello.token(), panel);
        if (isBanned(who.visitor())) {
            line.peer().line().close(CloseCode.BANNED);
        } else {
            welcome(line, hello, site, panel, who);
        }
    }

    /** The line may be older than the ban of its network. */
    private boolean isBanned(Visitor visitor) {
        return house.bans().of(siteId, visitor.id()).isPresent()
                || house.bans().ofAddress(siteId, request.address()).isPresent();
    }

    private void welcome(VisitorLine line, VisitorHello hello, Site site, boolean panel, Recognised who) {
        String locale = site.languageFor(hello.language());
        VisitorFacts facts = facts(hello);
        Page page = hello.page() == null ? null : VisitorTalk.page(hello.page());
        String address = page == null ? "" : page.url();
        var guest = new VisitorLine.Guest(who.visitor(), panel, locale, facts.language(), facts.timeZone());
        comeTo(page, who.visitor().id(), line.peer().line().id(), hello.tab(), facts);
        house.places().arrived(who.visitor());
        outreach.arrived(line, guest, hello, facts.userAgent(), page);
        ToVisitor.SiteLook look = looks.of(site, guest, address);
        line.arrived(guest, address, look);
        Delivery delivery = house.delivery();
        line.send(new ToVisitor.VisitorWelcome(
                Frame.PROTOCOL,
                delivery.epoch(),
                house.clock().millis(),
                who.visit(),
                who.token(),
                look,
                house.unread(house.today(who.visitor().id(), site, facts.timeZone())),
                Today.start(site, facts.timeZone(), house.clock()),
                panel && isReachable(who.visitor()),
                panel ? outreach.accepted(guest) : null));
        lines.add(who.visitor().id(), line).ifPresent(old -> old.peer().line().close(CloseCode.REPLACED));
        if (isBanned(who.visitor())) { // in the moment before the line was one of those that news of bans ends
            line.peer().line().close(CloseCode.BANNED);
            return;
        }
        line.look(looks.of(site, guest, address));
        catchUp(line, hello, site, guest);
        line.send(new ToEither.Synced());
        outreach.askForIdleness(line, guest);
    }

    /** Read again, now that news comes: what was opened between the welcome and this moment is in it. */
    private void catchUp(VisitorLine line, VisitorHello hello, Site site, VisitorLine.Guest guest) {
        if (guest.panel()) {
            Positions positions = house.delivery().epoch().equals(hello.epoch())
                    ? Positions.of(Audience.VISITOR, hello.positions())
                    : Positions.none(Audience.VISITOR);
            new VisitorPast(house).begin(line, guest, positions);
            new VisitorInquiry(house).begin(line, guest);
            outreach.places().tell(line, guest);
        } else {
            List<Conversation> today = house.today(guest.visitor().id(), site, guest.timeZone());
            line.send(VisitorNews.unread(house, today));
        }
    }

    private void comeTo(@Nullable Page page, VisitorId visitor, String lineId, String tab, VisitorFacts facts) {
        boolean passes = page != null && !house.isStep(visitor, page);
        house.presence().arrived(visitor, siteId, lineId, tab, facts, passes ? null : page);
        if (page != null && passes) {
            house.presence().passed(lineId, page);
        }
    }

    private VisitorFacts facts(VisitorHello hello) {
        Screen screen = hello.screen();
        return new VisitorFacts(
                hello.language(),
                hello.timeZone(),
                screen == null ? null : screen.width(),
                screen == null ? null : screen.height(),
                request.userAgent(),
                request.address(),
                hints(hello.agent()));
    }

    private static boolean isReachable(Visitor visitor) {
        return visitor.email() != null || visitor.phone() != null;
    }

    private static Hints hints(FromVisitor.VisitorHello.@Nullable Agent agent) {
        return agent == null ? Hints.NONE : new Hints(agent.platform(), agent.version(), agent.model());
    }
}
