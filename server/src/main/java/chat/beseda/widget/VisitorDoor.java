package chat.beseda.widget;

import chat.beseda.bans.Banned;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.delivery.Delivery;
import chat.beseda.devices.Devices;
import chat.beseda.files.Attachments;
import chat.beseda.frames.FrameReader;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineRequest;
import chat.beseda.outreach.InvitationSent;
import chat.beseda.outreach.Outreach;
import chat.beseda.ratings.Ratings;
import chat.beseda.routing.Routing;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.time.Timers;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.visitors.PlaceWords;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.OwnOrigin;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** Where visitors' lines come in. A line says which site it is of; who it is, its hello says. */
public final class VisitorDoor implements LineGate {
    private static final int LARGEST_FRAME = 16 * 1024;

    private final VisitorHouse house;
    private final VisitorLines lines = new VisitorLines();
    private final FrameReader<FromVisitor> reader = new FrameReader<>(FromVisitor.class);
    private final SiteLooks looks;
    private final VisitorHeaders headers;
    private final VisitorOutreach outreach;
    private final VisitorTalk talk;
    private final VisitorNews news;

    /**
     * @param takesRequests whether something can be left on a site to be dealt with later
     * @param newcomersAMinute visitors never seen before that one network may bring
     */
    public VisitorDoor(
            Sites sites,
            Visitors visitors,
            VisitorPresence presence,
            Conversations conversations,
            Delivery delivery,
            Routing routing,
            Outreach outreach,
            Bans bans,
            SiteCustoms customs,
            Clients clients,
            Ratings ratings,
            Transcripts transcripts,
            Predicate<SiteId> takesRequests,
            PlaceWords places,
            Timers timers,
            Clock clock,
            int newcomersAMinute) {
        var rates = new VisitorRates(newcomersAMinute, timers, clock);
        this.house = new VisitorHouse(
                sites,
                visitors,
                presence,
                conversations,
                delivery,
                routing,
                rates,
                outreach,
                bans,
                customs,
                clients,
                ratings,
                transcripts,
                places,
                clock);
        this.looks = new SiteLooks(
                delivery.faces(),
                outreach,
                house::talks,
                customs,
                routing.receptions(),
                sites.wording(),
                takesRequests,
                clock);
        this.outreach = new VisitorOutreach(outreach, delivery.faces(), lines, new VisitorPlaces(house));
        this.headers = new VisitorHeaders(delivery.faces());
        this.talk = new VisitorTalk(house, lines, looks, this.outreach);
        this.news = new VisitorNews(house, lines, looks, timers);
    }

    /** Begins to hear news. Called once, before the first line. */
    public void listen(Bus bus) {
        news.listen(bus);
        bus.subscribe(Banned.class, news::banned);
        bus.subscribe(InvitationSent.class, sent -> outreach.send(sent.invitation()));
    }

    /** The same conversation for browsers without scripts. */
    public void addPlainPages(RoutesConfig routes, OwnOrigin own) {
        new PlainPages(house, own).addTo(routes);
    }

    /** The files that visitors send and are sent. */
    public void addFiles(RoutesConfig routes, Attachments attachments, OwnOrigin own) {
        new VisitorFiles(house, attachments, own).addTo(routes);
    }

    @Override
    public Admission admit(LineRequest request) {
        String key = request.parameter("site");
        Optional<Site> site = key == null ? Optional.empty() : house.sites().byKey(key);
        if (site.isEmpty() || site.get().disabled()) {
            return new Admission.TurnedAway(CloseCode.UNKNOWN_SITE);
        }
        if (Devices.isProgram(request.userAgent())) {
            return new Admission.TurnedAway(CloseCode.FORBIDDEN);
        }
        if (!VisitorArrival.mayLoad(site.get(), request)) {
            return new Admission.TurnedAway(CloseCode.FORBIDDEN);
        }
        if (house.bans().ofAddress(site.get().id(), request.address()).isPresent()) {
            return new Admission.TurnedAway(CloseCode.BANNED);
        }
        var arrival = new VisitorArrival(
                house, lines, looks, outreach, request, site.get().id());
        return new Admission.Welcome(
                LARGEST_FRAME, line -> new VisitorLine(line, house.delivery(), reader, arrival, talk, headers));
    }
}
