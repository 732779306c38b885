package chat.beseda.widget;

import chat.beseda.delivery.Faces;
import chat.beseda.frames.Shapes.Person;
import chat.beseda.outreach.Outreach;
import chat.beseda.routing.Receptions;
import chat.beseda.showing.Showing;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.SiteWording;
import chat.beseda.sites.SiteWords;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Says how a site looks to a visitor now. */
final class SiteLooks {
    private final Faces faces;
    private final Outreach outreach;
    private final SiteCustoms customs;
    private final Receptions receptions;
    private final SiteWording wording;
    private final InstantSource clock;

    private final Predicate<VisitorId> talks;
    private final Predicate<SiteId> takesRequests;

    /**
     * @param talks whether a visitor is in a conversation: the button stays where he left it
     * @param takesRequests whether something can be left on a site to be dealt with later
     */
    SiteLooks(
            Faces faces,
            Outreach outreach,
            Predicate<VisitorId> talks,
            SiteCustoms customs,
            Receptions receptions,
            SiteWording wording,
            Predicate<SiteId> takesRequests,
            InstantSource clock) {
        this.takesRequests = takesRequests;
        this.wording = wording;
        this.receptions = receptions;
        this.customs = customs;
        this.faces = faces;
        this.outreach = outreach;
        this.talks = talks;
        this.clock = clock;
    }

    /** @param page the address the visitor is on; empty where there is none, as in a window of its own */
    ToVisitor.SiteLook of(Site site, VisitorLine.Guest who, String page) {
        return on(plain(site, who.locale()), site, who, page);
    }

    /** The same look as this visitor has it on his page. */
    ToVisitor.SiteLook on(ToVisitor.SiteLook look, Site site, VisitorLine.Guest who, String page) {
        if (!look.asks() || page.isEmpty()) {
            return look;
        }
        var asked = new Showing.Asked(
                page,
                outreach.places().of(who.visitor().id()),
                clock.millis(),
                site.timeZone(),
                who.language(),
                look.online());
        Showing.Verdict verdict = outreach.rules().verdict(site.id(), asked);
        return look.shown(verdict.show() || (verdict.isForNobody() && stays(who)));
    }

    /** Nobody's going away takes the window away from who has it. */
    private boolean stays(VisitorLine.Guest who) {
        return who.panel() || talks.test(who.visitor().id());
    }

    /** True when the hour decides. */
    boolean isTimed(Site site) {
        return outreach.rules().showing(site.id()).schedule() != null;
    }

    /** The look without what is decided for each visitor. */
    ToVisitor.SiteLook plain(Site site, String locale) {
        Optional<Person> face = faces.onLine(site.id(), locale);
        Showing showing = outreach.rules().showing(site.id());
        SiteWords words = wording.of(site.id(), locale);
        return new ToVisitor.SiteLook(
                site.name(),
                site.accent(),
                switch (site.corner()) {
                    case RIGHT -> ToVisitor.SiteLook.Corner.RIGHT;
                    case LEFT -> ToVisitor.SiteLook.Corner.LEFT;
                },
                locale,
                site.greeting().getOrDefault(locale, ""),
                face.isPresent(),
                face.orElse(null),
                site.sound(),
                site.opens(),
                receptions.choices(site.id()).stream()
                        .map(each -> new ToVisitor.SiteLook.Department(each.id().toString(), each.name()))
                        .toList(),
                face.isEmpty() && showing.nobody() == Showing.Nobody.FORM,
                showing.addressAfter(),
                true,
                showing.depends(),
                customs.of(site.id()).previews(),
                customs.of(site.id()).suggests(),
                takesRequests.test(site.id()),
                customs.of(site.id()).files(),
                customs.of(site.id()).rating(),
                new ToVisitor.SiteLook.Words(words.title(), words.placeholder(), words.nobody()));
    }
}
