import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Why;
import chat.beseda.operators.OperatorId;
import chat.beseda.routing.Decision;
import chat.beseda.routing.Desk;
import chat.beseda.routing.Question;
import chat.beseda.routing.Router;
import chat.beseda.routing.RoutingEvent;
import chat.beseda.routing.RoutingRules;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Visitors who ask, operators who take, refuse, miss, get lost and come back, in a time of their own; and books that know nothing
 * of the router's: each decision is judged by them.
 */
final class RoutedShop {
    /** What the router promises. */
    enum Promise {
        /** Decided on the version that is true. */
        VERSION,
        /** Offered to one who is on line and has room. */
        ROOM,
        /** Offered to one of the department, with the language, while there is one on line. */
        ABLE,
        /** Not to one who passed it over while another could be asked. */
        PASSED,
        /** Nobody who came later is asked for first. */
        ORDER,
        /** No offer outlives its time or lies with one who is gone. */
        OVERDUE,
        /** Nobody waits whom somebody free could take. */
        IDLE
    }

    private static final SiteId SITE = new SiteId(1);
    private static final List<DepartmentId> DEPARTMENTS = List.of(new DepartmentId(1), new DepartmentId(2));
    private static final List<String> LANGUAGES = List.of("lang:ru", "lang:ru", "lang:ru", "lang:uk", "lang:en");
    private static final long SECOND = 1_000;
    private static final long BEGINNING = 1_800_000_000_000L;
    private static final Comparator<Question> ORDER = Comparator.comparing((Question question) -> !question.ahead())
            .thenComparingLong(Question::since)
            .thenComparingLong(question -> question.id().value());

    final Map<Promise, Integer> violations = new EnumMap<>(Promise.class);
    String first;
    long events;
    long offers;
    long nanos;

    private final Router router = new Router();
    private final RoutingRules rules = RoutingRules.standard();
    private final SplittableRandom chance;
    private final int visitors;
    private final Map<ConversationId, Question> truth = new HashMap<>();
    private final Map<OperatorId, Desk> desks = new HashMap<>();
    private final Map<OperatorId, Set<ConversationId>> held = new HashMap<>();
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::turn));
    private final List<Long> waits = new ArrayList<>();
    private final Set<ConversationId> unasked = new HashSet<>();
    private final Set<ConversationId> answered = new HashSet<>();
    private final List<Long> durations = new ArrayList<>();
    private long now = BEGINNING;
    private long turns;

    private record Due(long at, long turn, Runnable act) {}

    private record Lane(DepartmentId department, Set<String> wants) {}

    RoutedShop(long seed, int visitors, int operators) {
        this.chance = new SplittableRandom(seed);
        this.visitors = visitors;
        Arrays.stream(Promise.values()).forEach(promise -> violations.put(promise, 0));
        for (int i = 1; i <= operators; i++) {
            Set<DepartmentId> departments =
                    chance.nextInt(3) == 0 ? Set.copyOf(DEPARTMENTS) : Set.of(DEPARTMENTS.get(chance.nextInt(2)));
            Set<String> languages = chance.nextInt(3) == 0
                    ? Set.of("lang:*")
                    : new HashSet<>(List.of("lang:ru", LANGUAGES.get(chance.nextInt(5))));
            var id = new OperatorId(i);
            held.put(id, new HashSet<>());
            become(new Desk(id, true, null, 3 + chance.nextInt(4), Set.of(), departments, languages));
            later(60 + chance.nextInt(3_600), () -> loses(id));
        }
        long over = visitors * 1_800L / 10_000 + 1;
        for (int i = 1; i <= visitors; i++) {
            var id = new ConversationId(i);
            later(1 + chance.nextLong(over), () -> asks(id));
        }
    }

    /** Until everybody has been answered, or nothing can move any more. */
    void play() {
        long last = BEGINNING + Duration.ofHours(12).toMillis();
        while (now < last && answered.size() < visitors) {
            now += SECOND;
            while (!agenda.isEmpty() && agenda.peek().at() <= now) {
                agenda.remove().act().run();
            }
            tell(new RoutingEvent.Tick());
            holds();
        }
    }

    double hours() {
        return (now - BEGINNING) / 3.6e6;
    }

    int neverAnswered() {
        return visitors - answered.size();
    }

    double millis(double part) {
        return at(durations, part) / 1e6;
    }

    double waited(double part) {
        return at(waits, part) / 1e3;
    }

    private static double at(List<Long> values, double part) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (part * sorted.size())));
    }

    private void asks(ConversationId id) {
        DepartmentId department = chance.nextInt(3) == 0 ? null : DEPARTMENTS.get(chance.nextInt(2));
        Set<String> wants = chance.nextInt(2) == 0 ? Set.of() : Set.of(LANGUAGES.get(chance.nextInt(5)));
        OperatorId regular = chance.nextInt(5) == 0 ? new OperatorId(1 + chance.nextInt(desks.size())) : null;
        unasked.add(id);
        become(new Question(
                id,
                0,
                SITE,
                department,
                wants,
                rules,
                false,
                now,
                now,
                now,
                false,
                new Question.Queued(),
                Set.of(),
                regular));
    }

    /** The connection breaks; most come back soon, some not before the grace period is over. */
    private void loses(OperatorId id) {
        become(seated(desks.get(id), false, now));
        later(chance.nextInt(3) == 0 ? 61 + chance.nextInt(300) : 3 + chance.nextInt(40), () -> {
            become(seated(desks.get(id), true, null));
            later(300 + chance.nextInt(7_200), () -> loses(id));
        });
    }

    private static Desk seated(Desk desk, boolean onLine, Long goneSince) {
        return new Desk(
                desk.operator(),
                onLine,
                goneSince,
                desk.capacity(),
                desk.sites(),
                desk.departments(),
                desk.abilities());
    }

    private void reacts(ConversationId id, int version, OperatorId to) {
        int mood = chance.nextInt(100);
        if (mood < 78) {
            later(1 + chance.nextInt(20), () -> ifStill(id, version, question -> takes(question, to)));
        } else if (mood < 88) {
            later(1 + chance.nextInt(15), () -> ifStill(id, version, _ -> tell(new RoutingEvent.Refused(id, to))));
        }
    }

    private void takes(Question question, OperatorId by) {
        Question taken =
                Rewritten.like(question, question.version() + 1, new Question.Active(by), Set.of(), false, now);
        become(Rewritten.answeredAt(taken, now));
        goesOn(taken.id(), taken.version(), 1 + chance.nextInt(6));
    }

    /** Words go to and fro, then it ends; some fall silent for a quarter of an hour first. */
    private void goesOn(ConversationId id, int version, int words) {
        long pause = chance.nextInt(40) == 0 ? 900 : 10 + chance.nextInt(80);
        later(
                pause,
                () -> ifStill(id, version, question -> {
                    if (words == 0) {
                        ends(id);
                    } else {
                        Question spoken = Rewritten.answeredAt(question, now);
                        become(chance.nextInt(3) == 0 ? Rewritten.asked(spoken) : spoken);
                        goesOn(id, version, words - 1);
                    }
                }));
    }

    private void ends(ConversationId id) {
        put(null, id);
        answered.add(id);
        tell(new RoutingEvent.Ended(id));
    }

    private void ifStill(ConversationId id, int version, Consumer<Question> act) {
        Question question = truth.get(id);
        if (question != null && question.version() == version) {
            act.accept(question);
        }
    }

    private void become(Desk desk) {
        desks.put(desk.operator(), desk);
        tell(new RoutingEvent.DeskChanged(desk));
    }

    private void become(Question question) {
        put(question, question.id());
        tell(new RoutingEvent.Changed(question));
    }

    private void put(Question question, ConversationId id) {
        Question before = truth.get(id);
        if (before != null && Rewritten.holder(before) != null) {
            held.get(Rewritten.holder(before)).remove(id);
        }
        if (question == null) {
            truth.remove(id);
            return;
        }
        truth.put(id, question);
        if (Rewritten.holder(question) != null) {
            held.get(Rewritten.holder(question)).add(id);
        }
    }

    private void later(long seconds, Runnable act) {
        agenda.add(new Due(now + seconds * SECOND, ++turns, act));
    }

    private void tell(RoutingEvent event) {
        long begun = System.nanoTime();
        List<Decision> decisions = router.decide(event, now);
        long took = System.nanoTime() - begun;
        events++;
        nanos += took;
        durations.add(took);
        Map<Decision.Offer, Question> made = new HashMap<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Offer offer -> {
                    made.put(offer, held(offer.id(), offer.version()));
                    offered(offer);
                }
                case Decision.Queue(var id, int version, var passed, Why cause) ->
                    put(
                            Rewritten.like(
                                    held(id, version),
                                    version + 1,
                                    new Question.Queued(),
                                    passed,
                                    cause == Why.LOST || truth.get(id).ahead(),
                                    now),
                            id);
                case Decision.Overflow overflow -> throw new IllegalStateException("nobody set " + overflow);
                case Decision.SetAway(OperatorId operator) -> {
                    desks.put(operator, seated(desks.get(operator), false, null));
                    later(60 + chance.nextInt(120), () -> become(seated(desks.get(operator), true, null)));
                }
            }
        }
        made.forEach(this::judge);
    }

    private void offered(Decision.Offer offer) {
        offers++;
        Question question = truth.get(offer.id());
        boolean ahead = question.ahead() || offer.cause() == Why.LOST;
        var stage = new Question.Offered(offer.to(), offer.until());
        put(
                Rewritten.like(question, offer.version() + 1, stage, offer.passed(), ahead, question.lastWordAt()),
                offer.id());
        if (unasked.remove(offer.id())) {
            waits.add(now - question.since());
        }
        reacts(offer.id(), offer.version() + 1, offer.to());
    }

    /** By what stood before, and by what is true after all decisions of the moment. */
    private void judge(Decision.Offer offer, Question before) {
        Desk desk = desks.get(offer.to());
        require(Promise.ROOM, desk.onLine() && load(desk) <= desk.capacity(), offer);
        require(Promise.ABLE, able(before).contains(desk), offer);
        Set<OperatorId> passed = new HashSet<>(offer.cause() == Why.LOST ? Set.of() : before.passed());
        if (offer.cause() == Why.MISSED || offer.cause() == Why.REFUSED) {
            passed.add(Rewritten.holder(before));
        }
        boolean another = able(before).stream()
                .anyMatch(other -> load(other) < other.capacity() && !passed.contains(other.operator()));
        require(Promise.PASSED, !passed.contains(offer.to()) || (offer.passed().isEmpty() && !another), offer);
        Question now = truth.get(offer.id());
        var lane = new Lane(before.department(), before.wants());
        boolean overtaken = truth.values().stream()
                .filter(other -> other.stage() instanceof Question.Queued)
                .filter(other -> lane.equals(new Lane(other.department(), other.wants())))
                .anyMatch(other -> ORDER.compare(other, now) < 0);
        require(Promise.ORDER, !overtaken, offer);
    }

    private void holds() {
        Map<Lane, Boolean> takers = new HashMap<>();
        for (Question question : truth.values()) {
            if (question.stage() instanceof Question.Offered(OperatorId to, long until)) {
                require(Promise.OVERDUE, until > now && desks.get(to).onLine(), question.id());
            } else if (question.stage() instanceof Question.Queued) {
                boolean taker = takers.computeIfAbsent(
                        new Lane(question.department(), question.wants()),
                        lane -> able(question).stream().anyMatch(desk -> load(desk) < desk.capacity()));
                require(Promise.IDLE, !taker, question.id());
            }
        }
    }

    private List<Desk> able(Question question) {
        List<Desk> able = desks.values().stream()
                .filter(Desk::onLine)
                .filter(desk ->
                        question.department() == null || desk.departments().contains(question.department()))
                .toList();
        for (String want : question.wants()) {
            List<Desk> better = able.stream()
                    .filter(desk ->
                            desk.abilities().contains(want) || desk.abilities().contains("lang:*"))
                    .toList();
            able = better.isEmpty() ? able : better;
        }
        return able;
    }

    private int load(Desk desk) {
        int load = 0;
        for (ConversationId id : held.get(desk.operator())) {
            Question question = truth.get(id);
            boolean counts = question.stage() instanceof Question.Offered
                    || now - question.lastWordAt() < rules.silence().toMillis();
            load += counts ? 1 : 0;
        }
        return load;
    }

    private Question held(ConversationId id, int version) {
        Question question = truth.get(id);
        require(Promise.VERSION, question != null && question.version() == version, id);
        return question;
    }

    private void require(Promise promise, boolean kept, Object about) {
        if (!kept) {
            violations.merge(promise, 1, Integer::sum);
            first = first == null ? promise + ": " + about : first;
        }
    }
}
