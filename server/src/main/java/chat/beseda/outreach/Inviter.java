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
import chat.beseda.visitors.VisitorInvited;
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
    private final Map<VisitorId, Stay> stays = new ConcurrentHashMap<>();
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
        Stay stay = stays.computeIfAbsent(visitor, id -> new Stay(arrival.visitor(), now));
        stay.arrived(arrival, now).ifPresent(this::ended);
        plan(visitor, stay);
    }

    public void moved(VisitorId visitor, Page page) {
        change(visitor, stay -> stay.moved(page, now()));
    }

    /** A line of his window ended. */
    public void lineEnded(VisitorId visitor, String line) {
        change(visitor, stay -> stay.lineEnded(line));
    }

    /** What the site's script tells of him replaces what it told before. */
    public void told(VisitorId visitor, Map<String, String> values) {
        change(visitor, stay -> stay.told(values));
    }

    /**
     * His page tells that he rests, or moves again.
     *
     * @param seconds how long he has not moved by now; 0: he moves
     */
    public void idle(VisitorId visitor, int seconds) {
        change(visitor, stay -> stay.idle(seconds == 0 ? null : now() - seconds * 1_000L));
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
        Stay stay = stays.get(visitor);
        if (stay == null) {
            return;
        }
        if (fate == Fate.SHOWN) {
            stay.appeared(invitation).ifPresent(shown -> appeared(stay, shown));
        } else {
            stay.over(invitation, fate).ifPresent(this::ended);
        }
    }

    /** The invitation that made him open his window, while he stays. */
    public Optional<Invitation> accepted(VisitorId visitor) {
        return Optional.ofNullable(stays.get(visitor)).flatMap(Stay::accepted);
    }

    /** Invites on behalf of the operator who says so. */
    public ByHand byHand(OperatorId operator, VisitorId visitor, String text) {
        Stay stay = stays.get(visitor);
        return stay == null ? ByHand.GONE : unruled(visitor, stay, Invitation.BY_HAND, operator, text);
    }

    /** Invites because the site's script says so, on behalf of somebody on line; nothing happens while nobody is. */
    public void byPage(VisitorId visitor, String text) {
        Stay stay = stays.get(visitor);
        if (stay != null) {
            List<Operator> onLine = house.operatorsOnLine(stay.visitor().site());
            if (!onLine.isEmpty()) {
                unruled(visitor, stay, Invitation.BY_PAGE, speaker(null, onLine).id(), text);
            }
        }
    }

    private ByHand unruled(VisitorId visitor, Stay stay, String by, OperatorId operator, String text) {
        if (past(visitor, stay).refusedVisit() == stay.visitor().visits()) {
            return ByHand.REFUSED;
        }
        Long last = house.lastConversation(visitor);
        boolean talks = last != null && last == Long.MAX_VALUE;
        var invitation = new Invitation(house.newId(), stay.visitor().site(), visitor, by, operator, text, now());
        return !talks && sent(stay, invitation) ? ByHand.SENT : ByHand.BUSY;
    }

    /** How the rules of a site fared, by id, from a time on. */
    public Map<String, Figures> figures(Site site, long from) {
        return tally.figures(site.id(), OutreachHouse.day(site, from));
    }

    /** How many are watched: a figure for metrics and tests. */
    public int watched() {
        return stays.size();
    }

    private void change(VisitorId visitor, Consumer<Stay> change) {
        Stay stay = stays.get(visitor);
        if (stay != null) {
            change.accept(stay);
            plan(visitor, stay);
        }
    }

    private void forgetIfGone(VisitorId visitor) {
        if (house.isOnLine(visitor)) {
            return;
        }
        Stay gone = stays.remove(visitor);
        queue.forget(visitor);
        if (gone != null) {
            gone.end(Fate.IGNORED).ifPresent(this::ended);
        }
    }

    private void lookAtAll(SiteId site) {
        stays.forEach((visitor, stay) -> {
            if (stay.visitor().site().equals(site)) {
                plan(visitor, stay);
            }
        });
    }

    /** Says when to look at him, from memory alone. */
    private void plan(VisitorId visitor, Stay stay) {
        SiteId site = stay.visitor().site();
        List<InvitationRule> all = rules.invitations(site);
        house.site(site).ifPresent(known -> {
            Situation seen = situation(known, visitor, stay);
            long now = now();
            queue.put(
                    visitor,
                    all.stream().mapToLong(rule -> rule.from(seen, now)).min().orElse(Condition.NEVER));
        });
    }

    private void look() {
        var onLine = new HashMap<SiteId, List<Operator>>();
        for (VisitorId visitor : queue.due(now())) {
            Stay stay = stays.get(visitor);
            if (stay == null || stay.isBusy()) {
                continue;
            }
            try {
                house.site(stay.visitor().site())
                        .ifPresent(site ->
                                look(visitor, stay, site, onLine.computeIfAbsent(site.id(), house::operatorsOnLine)));
            } catch (StorageException later) {
                log.atWarn().setCause(later).log("invitation.unread");
                queue.put(visitor, now() + NOBODY_HERE);
            }
        }
    }

    private void look(VisitorId visitor, Stay stay, Site site, List<Operator> onLine) {
        long now = now();
        Situation seen = situation(site, visitor, stay);
        var choice = Chooser.choose(
                rules.invitations(site.id()),
                seen,
                now,
                rule -> onLine.isEmpty() ? now + NOBODY_HERE : allowedFrom(site, visitor, stay, rule, now));
        switch (choice) {
            case Chooser.Choice.Wait(long until) -> queue.put(visitor, until);
            case Chooser.Choice.Speak(InvitationRule rule) -> {
                Operator who = speaker(rule.operator(), onLine);
                String text = text(rule, stay, who, seen.place());
                sent(stay, new Invitation(house.newId(), site.id(), visitor, rule.id(), who.id(), text, now));
            }
        }
    }

    private long allowedFrom(Site site, VisitorId visitor, Stay stay, InvitationRule rule, long now) {
        return past(visitor, stay)
                .allowsFrom(
                        rule, stay.visitor().visits(), OutreachHouse.day(site, now), house.lastConversation(visitor));
    }

    private Past past(VisitorId visitor, Stay stay) {
        Past known = stay.past();
        if (known == null) {
            known = house.past(visitor);
            stay.past(known);
        }
        return known;
    }

    /** @param wanted the operator's id; null for anybody */
    private static Operator speaker(@Nullable String wanted, List<Operator> onLine) {
        return onLine.stream()
                .filter(operator -> operator.id().toString().equals(wanted))
                .findFirst()
                .or(() -> onLine.stream()
                        .filter(operator -> operator.photo() != null)
                        .findFirst())
                .orElseGet(onLine::getFirst);
    }

    private String text(InvitationRule rule, Stay stay, Operator who, @Nullable Place place) {
        String locale = stay.locale();
        String city = place == null ? "" : rules.geography().city(place, locale);
        String name = InvitationText.names(rule.text(), locale)
                ? house.name(stay.visitor().id())
                : "";
        return InvitationText.of(
                rule.text(),
                locale,
                Map.of("visitor", name, "operator", who.name(), "page", stay.pageTitle(), "city", city));
    }

    private boolean sent(Stay stay, Invitation invitation) {
        boolean free = stay.invite(invitation);
        if (free) {
            house.bus().publish(new InvitationSent(invitation));
        }
        return free;
    }

    private Situation situation(Site site, VisitorId visitor, Stay stay) {
        return stay.situation(site.timeZone(), house.places().of(visitor), rules.geography());
    }

    private void appeared(Stay stay, Invitation shown) {
        remember(stay, shown, (past, day) -> past.shown(stay.visitor().visits(), day));
        tell(shown, Fate.SHOWN);
    }

    private void ended(Stay.Ended over) {
        Stay stay = stays.get(over.invitation().visitor());
        if (over.fate() == Fate.REFUSED && stay != null) {
            remember(
                    stay,
                    over.invitation(),
                    (past, day) -> past.refused(stay.visitor().visits(), now()));
        }
        tell(over.invitation(), over.fate());
    }

    /** What cannot be written is remembered as long as he stays. */
    private void remember(Stay stay, Invitation of, Change change) {
        house.site(of.site()).ifPresent(site -> {
            Past now = change.of(past(of.visitor(), stay), OutreachHouse.day(site, now()));
            stay.past(now);
            try {
                house.keep(of.visitor(), now);
            } catch (StorageException unwritten) {
                log.atWarn().setCause(unwritten).log("invitation.unwritten");
            }
        });
    }

    private void tell(Invitation invitation, Fate fate) {
        house.bus().publish(new VisitorInvited(invitation.visitor(), answer(fate)));
        house.site(invitation.site())
                .ifPresent(site -> tally.count(site.id(), invitation.rule(), OutreachHouse.day(site, now()), fate));
    }

    private static VisitorInvited.Answer answer(Fate fate) {
        return switch (fate) {
            case SHOWN -> VisitorInvited.Answer.NONE;
            case REFUSED -> VisitorInvited.Answer.DECLINED;
            case ACCEPTED, IGNORED -> VisitorInvited.Answer.OVER;
        };
    }

    private long now() {
        return house.clock().millis();
    }

    private interface Change {
        Past of(Past before, long day);
    }
}
