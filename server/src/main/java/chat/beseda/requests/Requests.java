package chat.beseda.requests;

import chat.beseda.clients.Clients;
import chat.beseda.clients.Proof;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.forms.FieldFault;
import chat.beseda.geo.Atlas;
import chat.beseda.hours.OpenHours;
import chat.beseda.hours.Timetables;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requests.RequestChanged.Why;
import chat.beseda.requests.RequestEvent.What;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import chat.beseda.visitors.HostileText;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what clients leave, and tells when it is time to see to it. Verbs return when the change is durable. Thread-safe. */
public final class Requests {
    /** Of one client that are looked at. */
    static final int MOST_OF_A_CLIENT = 200;

    private static final Logger log = LoggerFactory.getLogger(Requests.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** After a start nobody hears anything before the consoles are back. */
    private static final Duration RECONNECTING = Duration.ofSeconds(30);

    private static final int REMINDED_AT_ONCE = 200;
    private static final int NEXT_SLOTS = 6;
    private static final int LONGEST_PAGE = 2000;

    private final House house;
    private final FormStamps stamps;
    private final LeavingRates rates;
    private final SqlRequestStore store;
    private final RequestRights rights;
    private final RequestLists lists;
    private final RequestWork work;

    /**
     * What requests need of the house.
     *
     * @param zoneOfPhone where a telephone is that does not move about
     */
    public record House(
            Database database,
            Bus bus,
            IdSource ids,
            InstantSource clock,
            Sites sites,
            Operators operators,
            Visitors visitors,
            Clients clients,
            Conversations conversations,
            Timetables timetables,
            RequestKinds kinds,
            Function<String, Optional<ZoneId>> zoneOfPhone) {}

    public Requests(House house) {
        this.house = house;
        this.stamps = new FormStamps(new RandomTokens(), house.clock);
        this.rates = new LeavingRates(house.clock);
        this.store = new SqlRequestStore(house.database.dialect());
        this.rights = new RequestRights(house.kinds, house.sites, house.operators);
        this.lists = new RequestLists(house.database, store, rights, house.clock);
        this.work = new RequestWork(
                house.database,
                house.bus,
                store,
                rights,
                house.operators,
                new LetterTalks(house.conversations, house.visitors, house.kinds),
                house.clock);
    }

    public FormStamps stamps() {
        return stamps;
    }

    public RequestRights rights() {
        return rights;
    }

    public RequestLists lists() {
        return lists;
    }

    public RequestWork work() {
        return work;
    }

    public RequestKinds kinds() {
        return house.kinds;
    }

    /** By which requests are due, and times for calls are offered. */
    public Timetables timetables() {
        return house.timetables;
    }

    /** Whom requests are of. */
    public Clients clients() {
        return house.clients;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        timers.every(Duration.ofMinutes(1), rates::forgetIdle);
        long begun = house.clock.millis();
        timers.every(LOOK, () -> {
            try {
                if (house.clock.millis() >= begun + RECONNECTING.toMillis()) {
                    remind();
                }
            } catch (StorageException trouble) {
                log.atWarn().setCause(trouble).log("requests.unreminded");
            }
        });
    }

    /**
     * Tells of those that are due, once each, also of the time when no server ran. What was put off and is due later is told of again
     * before that.
     */
    void remind() {
        house.database.write(tx -> {
            long now = house.clock.millis();
            List<Request> due = store.remind(tx.handle(), now, REMINDED_AT_ONCE);
            for (Request each : due) {
                Long again = house.kinds
                        .byId(each.kind())
                        .map(kind -> remindAt(kind, each.standing().dueAt(), now))
                        .orElse(null);
                if (again != null) {
                    store.remindAgain(tx.handle(), each.id(), again);
                }
            }
            tx.afterCommit(() -> due.forEach(each -> house.bus.publish(new RequestChanged(each, Why.REMINDER))));
            return due.size();
        });
    }

    /**
     * The free times of a kind.
     *
     * @param said the client's zone as his browser names it; hostile text
     */
    public Slots.Offer slots(Site site, RequestKind kind, String said) {
        ZoneId own = Atlas.zone(said);
        ZoneId zone = own == null ? zone(site, kind) : own;
        List<Long> free = free(site, kind);
        boolean soon = kind.draft().nature() == Nature.CALL && kind.draft().soon();
        return new Slots.Offer(
                zone,
                own != null,
                kind.draft().slotMinutes(),
                soon,
                soon ? (Long) due(site, kind, null, house.clock.millis()) : null,
                Slots.days(free, zone));
    }

    private List<Long> free(Site site, RequestKind kind) {
        return house.database.read(handle -> {
            Map<Long, Integer> taken = store.taken(handle, kind.id(), house.clock.millis());
            return offered(site, kind).stream()
                    .filter(slot -> taken.getOrDefault(slot, 0) < kind.draft().capacity())
                    .toList();
        });
    }

    /** Also those that are taken. */
    private List<Long> offered(Site site, RequestKind kind) {
        KindDraft draft = kind.draft();
        if (draft.nature() != Nature.CALL || draft.daysAhead() == 0) {
            return List.of();
        }
        ZoneId zone = zone(site, kind);
        long now = house.clock.millis();
        long until = LocalDate.ofInstant(Instant.ofEpochMilli(now), zone)
                .plusDays(draft.daysAhead() + 1L)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        long from = now + Duration.ofMinutes(draft.leadMinutes()).toMillis();
        return Slots.starts(hours(site, kind), zone, draft.slotMinutes(), from, until);
    }

    /**
     * Takes a form that a client sent; one that is here already is not taken again. When somebody works on another request of that
     * client, it is theirs at once.
     *
     * @param address it came from
     */
    public Leaving leave(Visitor visitor, Site site, RequestDraft draft, String address) {
        Optional<Request> known = house.database.read(handle -> store.bySender(handle, visitor.id(), draft.named()));
        if (known.isPresent()) {
            return new Leaving.Kept(known.get(), true);
        }
        RequestKind kind = house.kinds
                .byId(draft.kind())
                .filter(each -> each.draft().on() && each.isOf(site.id()))
                .orElse(null);
        if (kind == null) {
            return new Leaving.Invalid(
                    List.of(new FieldFault("kind", "unknown", draft.kind().toString(), Map.of())));
        }
        Optional<Leaving> refused = suspicious(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        long now = house.clock.millis();
        var form = new FormChecks(kind, draft, site.languageFor(draft.language()), site.languageFor(""));
        FormChecks.Read read = form.read(now, address);
        boolean timed = kind.draft().nature() == Nature.CALL && draft.slot() != null;
        if (kind.draft().nature() == Nature.CALL && !timed && !kind.draft().soon()) {
            form.checks().add("at", "required", null, Map.of());
        }
        if (!form.checks().isClean()) {
            return new Leaving.Invalid(form.checks().refusal().faults());
        }
        Optional<Duration> wait = rates.mayLeave(visitor.id(), address);
        if (wait.isPresent()) {
            return later("request_rate", wait.get());
        }
        Left left = left(visitor, site, kind, draft, read, timed ? draft.slot() : null);
        Leaving leaving = house.database.write(tx -> keep(tx, site, kind, left));
        if (leaving instanceof Leaving.Kept(Request _, boolean again) && !again) {
            read.introduce(house.visitors, visitor, kind.draft().nature());
        }
        return leaving;
    }

    private Optional<Leaving> suspicious(RequestDraft draft) {
        if (!draft.trap().isEmpty()) {
            return Optional.of(new Leaving.Refused("form_suspicious", Map.of()));
        }
        Optional<Duration> age = stamps.age(draft.stamp());
        if (age.isEmpty()) {
            return Optional.of(later("form_stale", FormStamps.LEAST));
        }
        return age.get().compareTo(FormStamps.LEAST) < 0
                ? Optional.of(later("form_too_fast", FormStamps.LEAST.minus(age.get())))
                : Optional.empty();
    }

    private static Leaving later(String code, Duration wait) {
        long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
        return new Leaving.Refused(code, Map.of("seconds", Long.toString(seconds)));
    }

    private Left left(
            Visitor visitor,
            Site site,
            RequestKind kind,
            RequestDraft draft,
            FormChecks.Read read,
            @Nullable Long slot) {
        String client = house.clients
                .of(visitor.id())
                .filter(known -> known.proof() != Proof.CLAIMED)
                .map(known -> known.id())
                .orElse("");
        ZoneId zone = Atlas.zone(draft.zone());
        String page = HostileText.tidy(draft.page(), LONGEST_PAGE);
        return new Left(
                kind.id(),
                kind.draft().nature(),
                new ClientKeys(site.id(), visitor.id(), client, read.phone(), read.email()),
                draft.named(),
                read.name(),
                read.text(),
                read.answers(),
                read.consents(),
                slot,
                kind.draft().slotMinutes(),
                Optional.ofNullable(zone)
                        .or(() -> house.zoneOfPhone.apply(read.phone()))
                        .map(ZoneId::getId)
                        .orElse(""),
                site.languageFor(draft.language()),
                page.matches("https?://.*") ? page : "",
                house.clock.millis());
    }

    private Leaving keep(Transaction tx, Site site, RequestKind kind, Left left) {
        Optional<Request> known = store.bySender(tx.handle(), left.keys().visitor(), left.cid());
        if (known.isPresent()) {
            return new Leaving.Kept(known.get(), true);
        }
        Long slot = left.slot();
        if (slot != null) {
            store.holdSlots(tx.handle(), kind.id());
            Map<Long, Integer> taken = store.taken(tx.handle(), kind.id(), left.arrivedAt());
            List<Long> free = offered(site, kind).stream()
                    .filter(each -> taken.getOrDefault(each, 0) < kind.draft().capacity())
                    .toList();
            if (!free.contains(slot)) {
                return new Leaving.SlotTaken(free.stream()
                        .sorted(Comparator.comparingLong((Long each) -> Math.abs(each - slot))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(NEXT_SLOTS)
                        .sorted()
                        .toList());
            }
        }
        long due = due(site, kind, slot, left.arrivedAt());
        var arrived = new Request(
                new RequestId(house.ids.next()), left, Standing.arrived(due, remindAt(kind, due, left.arrivedAt())));
        Request kept = worker(tx, arrived)
                .map(owner -> arrived.with(arrived.standing().claimed(owner, left.arrivedAt())))
                .orElse(arrived);
        store.add(tx.handle(), kept);
        store.note(tx.handle(), kept.id(), RequestEvent.arrived(left.arrivedAt()));
        OperatorId owner = kept.standing().owner();
        if (owner != null) {
            store.note(
                    tx.handle(),
                    kept.id(),
                    new RequestEvent(left.arrivedAt(), What.HANDED, null, owner, null, null, ""));
        }
        tx.afterCommit(() -> house.bus.publish(new RequestChanged(kept, Why.ARRIVED)));
        return new Leaving.Kept(kept, false);
    }

    /** Who works on another request of that client, the last one to begin, and may see this one. */
    private Optional<OperatorId> worker(Transaction tx, Request arrived) {
        return store.ofClient(tx.handle(), arrived.left().keys(), MOST_OF_A_CLIENT).stream()
                .map(Request::standing)
                .filter(standing -> standing.state() == RequestState.CLAIMED)
                .sorted(Comparator.comparing(
                                Standing::claimedAt, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                        .reversed())
                .map(Standing::owner)
                .filter(Objects::nonNull)
                .filter(owner -> house.operators
                        .byId(owner)
                        .filter((Operator operator) -> rights.mayWork(operator, arrived))
                        .isPresent())
                .findFirst();
    }

    private long due(Site site, RequestKind kind, @Nullable Long slot, long now) {
        if (slot != null) {
            return slot;
        }
        KindDraft draft = kind.draft();
        int minutes = draft.nature() == Nature.CALL ? draft.soonMinutes() : draft.answerMinutes();
        return Slots.due(hours(site, kind), now, minutes);
    }

    /** Nobody is reminded of what has just come. */
    private static @Nullable Long remindAt(RequestKind kind, long due, long now) {
        int minutes = kind.draft().remindMinutes();
        long at = due - Duration.ofMinutes(minutes).toMillis();
        return minutes > 0 && at > now ? (Long) at : null;
    }

    private @Nullable OpenHours hours(Site site, RequestKind kind) {
        return house.timetables.of(site.id(), kind.draft().department()).orElse(null);
    }

    private ZoneId zone(Site site, RequestKind kind) {
        OpenHours hours = hours(site, kind);
        return hours == null ? site.timeZone() : hours.zone();
    }

    /** Whose kinds visitors of a site may leave. */
    public List<RequestKind> kindsFor(SiteId site) {
        return house.kinds.of(site);
    }
}
