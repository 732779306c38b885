package chat.beseda.outreach;

import chat.beseda.cluster.Bus;
import chat.beseda.geo.Place;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorPresenceChanged;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invites visitors on line when a rule of their site says so, or an operator does. Never while nobody of the site is on line,
 * and never who has the window open, is in a conversation or has refused in this visit. Thread-safe.
 *
 * <p>Everybody on line has one place in one {@link DueQueue}, which a single timer looks at every second. The store is asked only
 * about those for whom a rule holds.
 */
public final class Inviter {
    private static final Logger log = LoggerFactory.getLogger(Inviter.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration WRITE = Duration.ofSeconds(5);
    /** Until it is asked again whether somebody has come on line. */
    private static final long NOBODY_HERE = 5_000;

    private final OutreachHouse house;
    private final OutreachRules rules;
    private final Tally tally;
    private final Map<VisitorId, Watch> watches = new ConcurrentHashMap<>();
    private final DueQueue queue = new DueQueue();

    public Inviter(OutreachHouse house, OutreachRules rules) {
        this.house = house;
        this.rules = rules;
        this.tally = new Tally(house.database());
    }

    /** Begins to look and to hear news. Called once. */
    public void start(Bus bus, Timers timers) {
        timers.every(LOOK, this::look);
        timers.every(WRITE, tally::write);
        bus.subscribe(VisitorPresenceChanged.class, news -> forgetIfGone(news.visitor()));
        bus.subscribe(OutreachChanged.class, news -> lookAtAll(news.site()));
    }

    /** Writes what is counted; the last thing before the store is closed. */
    public void stop() {
        tally.write();
    }

    public void arrived(Arrival arrival) {
        long now = now();
        VisitorId visitor = arrival.visitor().id();
        Watch watch = watches.computeIfAbsent(visitor, id -> new Watch(arrival.visitor(), now));
        watch.arrived(arrival, now).ifPresent(this::ended);
        plan(visitor, watch);
    }

    public void moved(VisitorId visitor, Page page) {
        change(visitor, watch -> watch.moved(page, now()));
    }

    /** A line of his window ended. */
    public void lineEnded(VisitorId visitor, String line) {
        change(visitor, watch -> watch.lineEnded(line));
    }

    /** What the site's script tells of him replaces what it told before. */
    public void told(VisitorId visitor, Map<String, String> values) {
        change(visitor, watch -> watch.told(values));
    }

    /**
     * His page tells that he rests, or moves again.
     *
     * @param seconds how long he has not moved by now; 0: he moves
     */
    public void idle(VisitorId visitor, int seconds) {
        change(visitor, watch -> watch.idle(seconds == 0 ? null : now() - seconds * 1_000L));
    }

    /** The least seconds of idleness that a rule of the site asks for; nothing when none does. */
    public OptionalInt idleSeconds(SiteId site) {
        return rules.invitations(site).stream()
                .filter(InvitationRule::enabled)
                .flatMap(rule -> rule.conditions().stream())
                .filter(Condition.Idle.class::isInstance)
                .mapToInt(condition -> ((Condition.Idle) condition).seconds())
                .min();
    }

    /** His page tells what became of an invitation. One that is not before him is nothing. */
    public void fate(VisitorId visitor, String invitation, Fate fate) {
        Watch watch = watches.get(visitor);
        if (watch == null) {
            return;
        }
        if (fate == Fate.SHOWN) {
            watch.appeared(invitation).ifPresent(shown -> appeared(watch, shown));
        } else {
            watch.over(invitation, fate).ifPresent(this::ended);
        }
    }

    /** The invitation that made him open his window, while he stays. */
    public Optional<Invitation> accepted(VisitorId visitor) {
        return Optional.ofNullable(watches.get(visitor)).flatMap(Watch::accepted);
    }

    /** Invites on behalf of the operator who says so. */
    public ByHand byHand(OperatorId operator, VisitorId visitor, String text) {
        Watch watch = watches.get(visitor);
        if (watch == null) {
            return ByHand.GONE;
        }
        int visit = watch.visitor().visits();
        if (past(visitor, watch).refusedVisit() == visit) {
            return ByHand.REFUSED;
        }
        Long last = house.lastConversation(visitor);
        boolean talks = last != null && last == Long.MAX_VALUE;
        var invitation = new Invitation(
                house.newId(), watch.visitor().site(), visitor, Invitation.BY_HAND, operator, text, now());
        return !talks && sent(watch, invitation) ? ByHand.SENT : ByHand.BUSY;
    }

    /** How the rules of a site fared, by id, from a time on. */
    public Map<String, Figures> figures(Site site, long from) {
        return tally.figures(site.id(), OutreachHouse.day(site, from));
    }

    /** How many are watched: a figure for metrics and tests. */
    public int watched() {
        return watches.size();
    }

    private void change(VisitorId visitor, Consumer<Watch> change) {
        Watch watch = watches.get(visitor);
        if (watch != null) {
            change.accept(watch);
            plan(visitor, watch);
        }
    }

    private void forgetIfGone(VisitorId visitor) {
        if (house.isOnLine(visitor)) {
            return;
        }
        Watch gone = watches.remove(visitor);
        queue.forget(visitor);
        if (gone != null) {
            gone.end(Fate.IGNORED).ifPresent(this::ended);
        }
    }

    private void lookAtAll(SiteId site) {
        watches.forEach((visitor, watch) -> {
            if (watch.visitor().site().equals(site)) {
                plan(visitor, watch);
            }
        });
    }

    /** Says when to look at him, from memory alone. */
    private void plan(VisitorId visitor, Watch watch) {
        SiteId site = watch.visitor().site();
        List<InvitationRule> all = rules.invitations(site);
        house.site(site).ifPresent(known -> {
            Sighting seen = sighting(known, visitor, watch);
            long now = now();
            queue.put(
                    visitor,
                    all.stream().mapToLong(rule -> rule.from(seen, now)).min().orElse(Condition.NEVER));
        });
    }

    private void look() {
        var onLine = new HashMap<SiteId, List<Operator>>();
        for (VisitorId visitor : queue.due(now())) {
            Watch watch = watches.get(visitor);
            if (watch == null || watch.isBusy()) {
                continue;
            }
            try {
                house.site(watch.visitor().site())
                        .ifPresent(site ->
                                look(visitor, watch, site, onLine.computeIfAbsent(site.id(), house::operatorsOnLine)));
            } catch (StorageException later) {
                log.atWarn().setCause(later).log("invitation.unread");
                queue.put(visitor, now() + NOBODY_HERE);
            }
        }
    }

    private void look(VisitorId visitor, Watch watch, Site site, List<Operator> onLine) {
        long now = now();
        Sighting seen = sighting(site, visitor, watch);
        var choice = Chooser.choose(
                rules.invitations(site.id()),
                seen,
                now,
                rule -> onLine.isEmpty() ? now + NOBODY_HERE : allowedFrom(site, visitor, watch, rule, now));
        switch (choice) {
            case Chooser.Choice.Wait(long until) -> queue.put(visitor, until);
            case Chooser.Choice.Speak(InvitationRule rule) -> {
                Operator who = speaker(rule, onLine);
                String text = text(rule, watch, who, seen.place());
                sent(watch, new Invitation(house.newId(), site.id(), visitor, rule.id(), who.id(), text, now));
            }
        }
    }

    private long allowedFrom(Site site, VisitorId visitor, Watch watch, InvitationRule rule, long now) {
        return past(visitor, watch)
                .allowsFrom(
                        rule, watch.visitor().visits(), OutreachHouse.day(site, now), house.lastConversation(visitor));
    }

    private Past past(VisitorId visitor, Watch watch) {
        Past known = watch.past();
        if (known == null) {
            known = house.past(visitor);
            watch.past(known);
        }
        return known;
    }

    private static Operator speaker(InvitationRule rule, List<Operator> onLine) {
        return onLine.stream()
                .filter(operator -> operator.id().toString().equals(rule.operator()))
                .findFirst()
                .or(() -> onLine.stream()
                        .filter(operator -> operator.photo() != null)
                        .findFirst())
                .orElseGet(onLine::getFirst);
    }

    private String text(InvitationRule rule, Watch watch, Operator who, @Nullable Place place) {
        String locale = watch.locale();
        String city = place == null ? "" : rules.geography().city(place, locale);
        return InvitationText.of(
                rule.text(), locale, Map.of("operator", who.name(), "page", watch.pageTitle(), "city", city));
    }

    private boolean sent(Watch watch, Invitation invitation) {
        boolean free = watch.invite(invitation);
        if (free) {
            house.bus().publish(new InvitationSent(invitation));
        }
        return free;
    }

    private Sighting sighting(Site site, VisitorId visitor, Watch watch) {
        return watch.sighting(site.timeZone(), house.places().of(visitor), rules.geography());
    }

    private void appeared(Watch watch, Invitation shown) {
        remember(watch, shown, (past, day) -> past.shown(watch.visitor().visits(), day));
        count(shown, Fate.SHOWN);
    }

    private void ended(Watch.Ended over) {
        Watch watch = watches.get(over.invitation().visitor());
        if (over.fate() == Fate.REFUSED && watch != null) {
            remember(
                    watch,
                    over.invitation(),
                    (past, day) -> past.refused(watch.visitor().visits(), now()));
        }
        count(over.invitation(), over.fate());
    }

    /** What cannot be written is remembered as long as he stays. */
    private void remember(Watch watch, Invitation of, Change change) {
        house.site(of.site()).ifPresent(site -> {
            Past now = change.of(past(of.visitor(), watch), OutreachHouse.day(site, now()));
            watch.past(now);
            try {
                house.keep(of.visitor(), now);
            } catch (StorageException unwritten) {
                log.atWarn().setCause(unwritten).log("invitation.unwritten");
            }
        });
    }

    private void count(Invitation invitation, Fate fate) {
        house.site(invitation.site())
                .ifPresent(site -> tally.count(site.id(), invitation.rule(), OutreachHouse.day(site, now()), fate));
    }

    private long now() {
        return house.clock().millis();
    }

    private interface Change {
        Past of(Past before, long day);
    }
}
