package chat.beseda.routing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Why;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world of chance around a router: visitors ask, operators take, miss, refuse, vanish and come back. Carries decisions out as
 * the house does, by the version, and holds every one of them to the promises.
 */
final class RoutedWorld {
    private static final SiteId SITE = new SiteId(1);
    private static final int STEPS_AFTER = 53;

    final SplittableRandom chance;
    final Map<OperatorId, Desk> desks = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
    final Map<ConversationId, Question> truth = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
    final Router router = new Router();
    final RoutingRules rules;
    long now = 1_000_000;
    long decided;
    long offers;
    private final Rests rests = new Rests();
    private long lastId;

    RoutedWorld(long seed, int operators) {
        chance = new SplittableRandom(seed);
        rules = new RoutingRules(
                chance.nextInt(4) == 0 ? RoutingRules.Mode.AUTOMATIC : RoutingRules.Mode.BOTH,
                List.of(RoutingRules.Choice.values()).get(chance.nextInt(3)),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                chance.nextBoolean() ? null : new DepartmentId(1 + chance.nextInt(2)),
                Duration.ofSeconds(90),
                Duration.ofSeconds(60),
                "",
                0);
        for (int i = 1; i <= operators; i++) {
            change(new Desk(
                    new OperatorId(i),
                    chance.nextInt(4) != 0,
                    null,
                    chance.nextInt(4),
                    Set.of(),
                    chance.nextBoolean()
                            ? Set.of(new DepartmentId(1))
                            : Set.of(new DepartmentId(1), new DepartmentId(2)),
                    chance.nextBoolean() ? Set.of("lang:ru") : Set.of(chance.nextBoolean() ? "lang:uk" : "lang:*")));
        }
    }

    void step() {
        now += chance.nextInt(12_000);
        switch (chance.nextInt(10)) {
            case 0, 1, 2 -> ask();
            case 3, 4 -> anyOffered(question -> answer(question, chance.nextInt(3) == 0));
            case 5 -> anyActive(this::end);
            case 6 -> anyActive(this::speak);
            case 7 -> changeSomebody();
            case 8 -> pickFromTheQueue();
            default -> tick();
        }
        holds();
    }

    /** Everybody comes to work, in a while also to what they said no to, takes what is offered, and finishes: then nobody may be left waiting. */
    void calmDown() {
        List.copyOf(desks.values())
                .forEach(desk -> change(new Desk(
                        desk.operator(),
                        true,
                        null,
                        2,
                        Set.of(),
                        Set.of(new DepartmentId(1), new DepartmentId(2)),
                        Set.of())));
        for (int i = 0; i < STEPS_AFTER + truth.size() && !truth.isEmpty(); i++) {
            now += 10_000;
            List.copyOf(truth.values()).forEach(question -> {
                if (question.stage() instanceof Question.Offered) {
                    answer(question, false);
                }
            });
            List.copyOf(truth.values()).forEach(question -> {
                if (question.stage() instanceof Question.Active) {
                    end(question);
                }
            });
            tick();
            holds();
        }
        assertThat(truth.values()).as("nobody is left waiting").isEmpty();
    }

    private void ask() {
        var id = new ConversationId(++lastId);
        @Nullable DepartmentId department = chance.nextBoolean() ? null : new DepartmentId(1 + chance.nextInt(2));
        @Nullable OperatorId regular = chance.nextInt(3) == 0 ? new OperatorId(1 + chance.nextInt(desks.size())) : null;
        Set<String> wants = chance.nextInt(4) == 0 ? Set.of("lang:uk") : Set.of();
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

    private void answer(Question question, boolean refuse) {
        OperatorId to = ((Question.Offered) question.stage()).to();
        if (refuse) {
            rests.begin(question.id(), to, now);
            tell(new RoutingEvent.Refused(question.id(), to));
        } else {
            become(in(question, new Question.Active(to), chance.nextBoolean()));
        }
    }

    private void speak(Question question) {
        OperatorId owner = ((Question.Active) question.stage()).owner();
        truth.put(question.id(), copy(question, question.version(), new Question.Active(owner), chance.nextBoolean()));
        tell(new RoutingEvent.Changed(truth(question.id())));
    }

    private void end(Question question) {
        truth.remove(question.id());
        tell(new RoutingEvent.Ended(question.id()));
    }

    /** Whoever sees it in the queue takes it, though perhaps somebody else is asked at that moment. */
    private void pickFromTheQueue() {
        List<Question> waiting = truth.values().stream()
                .filter(question -> !(question.stage() instanceof Question.Active))
                .toList();
        List<Desk> there = desks.values().stream().filter(Desk::onLine).toList();
        if (!waiting.isEmpty() && !there.isEmpty()) {
            Question question = waiting.get(chance.nextInt(waiting.size()));
            OperatorId by = there.get(chance.nextInt(there.size())).operator();
            become(in(question, new Question.Active(by), false));
        }
    }

    private void changeSomebody() {
        List<Desk> all = List.copyOf(desks.values());
        Desk desk = all.get(chance.nextInt(all.size()));
        boolean connected = chance.nextBoolean();
        change(new Desk(
                desk.operator(),
                connected && chance.nextInt(3) != 0,
                connected ? null : Long.valueOf(now),
                chance.nextInt(4),
                desk.sites(),
                desk.departments(),
                desk.abilities()));
    }

    private void change(Desk desk) {
        desks.put(desk.operator(), desk);
        tell(new RoutingEvent.DeskChanged(desk));
    }

    private void tick() {
        tell(new RoutingEvent.Tick());
    }

    private void become(Question question) {
        if (question.stage() instanceof Question.Active) {
            rests.forget(question.id());
        }
        truth.put(question.id(), question);
        tell(new RoutingEvent.Changed(question));
    }

    private void tell(RoutingEvent event) {
        List<Decision> decisions = router.decide(event, now);
        must(decisions.size() <= 3 * truth.size() + desks.size(), "decisions end");
        decided += decisions.size();
        var away = new HashSet<OperatorId>();
        decisions.forEach(decision -> carryOut(decision, away));
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Offer offer) {
                Desk to = desk(offer.to());
                must(load(to) <= to.capacity(), "nobody is asked for more than they can take");
            }
        }
        away.forEach(operator -> {
            Desk desk = desk(operator);
            change(new Desk(
                    operator, false, null, desk.capacity(), desk.sites(), desk.departments(), desk.abilities()));
        });
    }

    private void carryOut(Decision decision, Set<OperatorId> away) {
        switch (decision) {
            case Decision.Offer offer -> offer(offer, away);
            case Decision.Queue back -> {
                Question question = held(back.id(), back.version());
                leaves(question, back.cause());
                truth.put(back.id(), question.queued(question.version() + 1, back.passed()));
            }
            case Decision.Overflow(var id, int version, var to) -> {
                Question question = held(id, version);
                assertThat(question.stage()).isInstanceOf(Question.Queued.class);
                truth.put(id, question.movedTo(to, now));
            }
            case Decision.SetAway(OperatorId operator) -> away.add(operator);
        }
    }

    private void offer(Decision.Offer offer, Set<OperatorId> away) {
        offers++;
        Question question = held(offer.id(), offer.version());
        leaves(question, offer.cause());
        Desk to = desk(offer.to());
        assertThat(to.onLine() && !away.contains(offer.to()))
                .as("asked are only those on line")
                .isTrue();
        assertThat(to.serves(question.site(), null)).isTrue();
        assertThat(offer.until()).isEqualTo(now + rules.offer().toMillis());
        Set<OperatorId> passed = passedBefore(question, offer.cause());
        if (passed.contains(offer.to())) {
            assertThat(offer.passed())
                    .as("asked again only when a new round begins")
                    .isEmpty();
            assertThat(free(question)
                            .filter(desk -> !away.contains(desk.operator()))
                            .filter(desk -> !passed.contains(desk.operator())))
                    .as("another one could have been asked")
                    .isEmpty();
        }
        truth.put(offer.id(), question.offered(offer.to(), offer.until(), offer.passed()));
    }

    private static Set<OperatorId> passedBefore(Question question, Why cause) {
        return switch (cause) {
            case MISSED, REFUSED -> question.passedAnd(Objects.requireNonNull(question.holder()));
            case FREE, GONE -> question.passed();
            case LOST -> Set.of();
        };
    }

    private void leaves(Question question, Why cause) {
        switch (cause) {
            case FREE -> assertThat(question.stage()).isInstanceOf(Question.Queued.class);
            case MISSED -> {
                var offered = (Question.Offered) question.stage();
                assertThat(offered.until()).isLessThanOrEqualTo(now);
            }
            case REFUSED -> assertThat(question.stage()).isInstanceOf(Question.Offered.class);
            case GONE -> assertThat(question.stage()).isInstanceOf(Question.Offered.class);
            case LOST -> {
                OperatorId owner = ((Question.Active) question.stage()).owner();
                Long gone = desk(owner).goneSince();
                assertThat(gone)
                        .isNotNull()
                        .isLessThanOrEqualTo(now - rules.grace().toMillis());
                assertThat(question.answered()).isFalse();
            }
        }
    }

    /** After every event: whoever could be asked is, no offer is overdue, and the router knows what is true. */
    private void holds() {
        tick();
        for (Question question : truth.values()) {
            if (question.stage() instanceof Question.Offered(OperatorId to, long until)) {
                must(until > now, "no offer outlives its time");
                must(desk(to).onLine(), "no offer lies with one who is gone");
            }
            if (question.stage() instanceof Question.Queued) {
                must(free(question).findAny().isEmpty(), "whoever is free is asked");
            }
        }
        desks.forEach((id, desk) -> must(router.load(id, now) == load(desk), "the router counts as we do"));
    }

    /** Cheaper than a fluent assertion, which counts in millions of them. */
    private static void must(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError(promise);
        }
    }

    private Stream<Desk> free(Question question) {
        boolean staffed = desks.values().stream().anyMatch(desk -> desk.serves(SITE, question.department()));
        List<Desk> able = desks.values().stream()
                .filter(desk -> desk.onLine() && desk.serves(SITE, staffed ? question.department() : null))
                .filter(desk -> !rests.rests(question.id(), desk.operator(), now))
                .toList();
        for (String want : question.wants()) {
            List<Desk> better = able.stream().filter(desk -> desk.can(want)).toList();
            able = better.isEmpty() ? able : better;
        }
        return able.stream().filter(desk -> load(desk) < desk.capacity());
    }

    private int load(Desk desk) {
        int load = 0;
        for (Question question : truth.values()) {
            boolean counts = question.stage() instanceof Question.Offered
                    || now - question.lastWordAt() < rules.silence().toMillis();
            load += counts && desk.operator().equals(question.holder()) ? 1 : 0;
        }
        return load;
    }

    private Question held(ConversationId id, int version) {
        Question question = truth(id);
        assertThat(question.version()).as("decided on what is true").isEqualTo(version);
        return question;
    }

    private Question truth(ConversationId id) {
        return Objects.requireNonNull(truth.get(id), () -> "nobody knows " + id);
    }

    private Desk desk(OperatorId operator) {
        return Objects.requireNonNull(desks.get(operator), () -> "nobody knows " + operator);
    }

    private Question in(Question question, Question.Stage stage, boolean answered) {
        return copy(question, question.version() + 1, stage, answered);
    }

    private Question copy(Question q, int version, Question.Stage stage, boolean answered) {
        return new Question(
                q.id(),
                version,
                q.site(),
                q.department(),
                q.wants(),
                q.rules(),
                q.ahead(),
                q.since(),
                q.inDepartmentSince(),
                now,
                answered,
                stage,
                q.passed(),
                q.regular());
    }

    private void anyOffered(Consumer<Question> act) {
        any(Question.Offered.class, act);
    }

    private void anyActive(Consumer<Question> act) {
        any(Question.Active.class, act);
    }

    private void any(Class<? extends Question.Stage> stage, Consumer<Question> act) {
        var those = new ArrayList<>(truth.values());
        those.removeIf(question -> !stage.isInstance(question.stage()));
        if (!those.isEmpty()) {
            act.accept(those.get(chance.nextInt(those.size())));
        }
    }
}
