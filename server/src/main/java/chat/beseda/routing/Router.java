package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Why;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is asked to take which question. A machine of states that knows nothing but what it was told: the same events at
 * the same times give the same decisions. It takes its own decisions for carried out until it is told otherwise, and after
 * every event nobody waits whom somebody free, who has not just said no, could be asked to take. For one thread.
 *
 * <p>The queue's order is the priority, then what was somebody's who was lost, then since when the visitor waits. A question is never offered to one who passed it
 * over while another could be asked; when everybody free has passed it over, a new round begins, in which whoever said no is left in peace for a while. Costs a look at the first of every lane of the queue for
 * an event, at every operator for each of these. Words on a
 * desk free nobody's hands and cost nothing more than being noted; what only time brings comes with the next tick.
 */
public final class Router {
    private final Map<OperatorId, Worker> workers = new TreeMap<>(Comparator.comparingLong(OperatorId::value));
    private final Map<ConversationId, Question> questions = new HashMap<>();
    private final Rests rests = new Rests();
    private final QueueLanes queue = new QueueLanes(rests);
    private final Map<ConversationId, Why> leftBehind = new LinkedHashMap<>();
    private long turns;

    /** What a visitor is told a place in, whatever language or skill he asks for: who comes first is asked first. */
    private record QueueKey(SiteId site, @Nullable DepartmentId department) {}

    /** Takes in what happened and says what is to be done, in order. The time is UTC epoch milliseconds. */
    public List<Decision> decide(RoutingEvent event, long now) {
        var decisions = new ArrayList<Decision>();
        switch (event) {
            case RoutingEvent.Changed(Question question) -> {
                Question known = questions.get(question.id());
                if (known != null && question.isSpokenInSince(known)) {
                    questions.put(question.id(), question);
                    return List.of();
                }
                if (known == null || known.version() <= question.version()) {
                    learn(question, now);
                }
            }
            case RoutingEvent.NotDone(Question question) -> learn(question, now);
            case RoutingEvent.Ended(ConversationId id) -> {
                forget(id, now);
                rests.forget(id);
            }
            case RoutingEvent.Refused(ConversationId id, OperatorId by) -> refused(id, by, now);
            case RoutingEvent.DeskChanged(Desk desk) -> worker(desk, now).become(desk);
            case RoutingEvent.DeskRemoved(OperatorId operator) -> removed(operator);
            case RoutingEvent.Tick() -> overflow(now, decisions);
        }
        List.copyOf(workers.values()).forEach(worker -> takeBack(worker, now, decisions));
        assign(now, decisions);
        leftBehind.forEach((id, cause) -> decisions.add(backToQueue(id, cause)));
        leftBehind.clear();
        return decisions;
    }

    /** The places of the waiting in the queue of their site and department, from 1. */
    public Map<ConversationId, Integer> places() {
        var ahead = new HashMap<QueueKey, Integer>();
        var places = new HashMap<ConversationId, Integer>();
        for (Question question : waiting()) {
            places.put(
                    question.id(), ahead.merge(new QueueKey(question.site(), question.department()), 1, Integer::sum));
        }
        return places;
    }

    /** How many conversations an operator has of those that count against the capacity, offers among them. */
    public int load(OperatorId operator, long now) {
        Worker worker = workers.get(operator);
        return worker == null ? 0 : worker.load(questions, now);
    }

    private List<Question> waiting() {
        return questions.values().stream()
                .filter(question -> !(question.stage() instanceof Question.Active))
                .sorted(QueueLanes.ORDER)
                .toList();
    }

    private void learn(Question question, long now) {
        Question before = questions.get(question.id());
        OperatorId holder = question.holder();
        if (before != null && holder != null && holder.equals(before.holder())) {
            questions.put(question.id(), question);
        } else {
            forget(question.id(), now);
            place(question);
        }
        if (question.stage() instanceof Question.Active) {
            rests.forget(question.id());
        }
        if (question.stage() instanceof Question.Active(OperatorId owner)
                && (before == null || !question.stage().equals(before.stage()))) {
            Worker worker = workers.get(owner);
            if (worker != null) {
                worker.took();
            }
        }
    }

    private void place(Question question) {
        questions.put(question.id(), question);
        OperatorId holder = question.holder();
        if (holder != null && workers.containsKey(holder)) {
            workers.get(holder).hold(question.id());
        } else if (holder == null && question.rules().mode().offers()) {
            queue.add(question);
        }
    }

    private @Nullable Question forget(ConversationId id, long now) {
        Question known = questions.remove(id);
        if (known != null) {
            queue.remove(known);
            Worker holder = workerOf(known);
            if (holder != null) {
                holder.letGo(id, now);
            }
        }
        return known;
    }

    private @Nullable Worker workerOf(Question question) {
        OperatorId holder = question.holder();
        return holder == null ? null : workers.get(holder);
    }

    private void refused(ConversationId id, OperatorId by, long now) {
        Question question = questions.get(id);
        if (question != null && question.stage() instanceof Question.Offered(OperatorId to, long _) && to.equals(by)) {
            rests.begin(id, by, now);
            release(question, question.passedAnd(by), Why.REFUSED, now);
        }
    }

    private void removed(OperatorId operator) {
        Worker worker = workers.get(operator);
        if (worker != null) {
            Desk desk = worker.desk();
            worker.become(new Desk(operator, false, 0L, 0, desk.sites(), Set.of(), Set.of()));
        }
    }

    private Worker worker(Desk desk, long now) {
        Worker known = workers.get(desk.operator());
        if (known != null) {
            return known;
        }
        var worker = new Worker(desk, now);
        workers.put(desk.operator(), worker);
        questions.values().stream()
                .filter(question -> desk.operator().equals(question.holder()))
                .forEach(question -> worker.hold(question.id()));
        return worker;
    }

    /** Whatever has to leave an operator's desk leaves it: offers not taken, and conversations of one who is lost. */
    private void takeBack(Worker worker, long now, List<Decision> decisions) {
        OperatorId operator = worker.desk().operator();
        boolean missed = false;
        for (Question question : held(worker)) {
            if (question.stage() instanceof Question.Offered(OperatorId _, long until) && until <= now) {
                missed = true;
                release(question, question.passedAnd(operator), Why.MISSED, now);
            }
        }
        if (missed && worker.missed()) {
            decisions.add(new Decision.SetAway(operator));
        }
        for (Question question : held(worker)) {
            switch (question.stage()) {
                case Question.Queued() -> {}
                case Question.Offered _ -> {
                    if (!worker.desk().onLine()) {
                        release(question, question.passed(), Why.GONE, now);
                    }
                }
                case Question.Active _ -> {
                    if (!question.answered() && worker.isLost(question, now)) {
                        release(question, Set.of(), Why.LOST, now);
                    }
                }
            }
        }
    }

    private List<Question> held(Worker worker) {
        return worker.held().stream().map(questions::get).toList();
    }

    private void release(Question question, Set<OperatorId> passed, Why cause, long now) {
        forget(question.id(), now);
        Question queued = question.queued(question.version(), passed);
        place(cause == Why.LOST ? queued.aheadOfAll() : queued);
        leftBehind.put(question.id(), cause);
    }

    private Decision backToQueue(ConversationId id, Why cause) {
        Question question = questions.get(id);
        if (question == null) {
            throw new IllegalStateException("what was left behind is known: " + id);
        }
        queue.remove(question);
        place(question.queued(question.version() + 1, question.passed()));
        return new Decision.Queue(id, question.version(), question.passed(), cause);
    }

    private void overflow(long now, List<Decision> decisions) {
        List<Question> overdue = questions.values().stream()
                .filter(question -> isOverdue(question, now))
                .sorted(QueueLanes.ORDER)
                .toList();
        for (Question question : overdue) {
            DepartmentId to = question.rules().overflow();
            if (to != null) {
                forget(question.id(), now);
                place(question.movedTo(to, now));
                decisions.add(new Decision.Overflow(question.id(), question.version(), to));
            }
        }
    }

    private static boolean isOverdue(Question question, long now) {
        DepartmentId to = question.rules().overflow();
        return question.stage() instanceof Question.Queued
                && to != null
                && !to.equals(question.department())
                && now - question.inDepartmentSince()
                        >= question.rules().overflowAfter().toMillis();
    }

    private void assign(long now, List<Decision> decisions) {
        if (queue.isEmpty() || workers.values().stream().noneMatch(worker -> worker.room(questions, now) > 0)) {
            return;
        }
        PriorityQueue<Question> heads = queue.heads();
        for (Question question = heads.poll(); question != null; question = heads.poll()) {
            List<Worker> free = free(question, now);
            if (!free.isEmpty()) {
                decisions.add(offer(question, free, now));
                Question next = queue.headAfter(question);
                if (next != null) {
                    heads.add(next);
                }
            }
        }
    }

    private List<Worker> free(Question question, long now) {
        List<Worker> members = workers.values().stream()
                .filter(worker -> worker.desk().serves(question.site(), question.department()))
                .toList();
        List<Worker> able = (members.isEmpty() ? workers.values().stream() : members.stream())
                .filter(worker -> worker.desk().onLine() && worker.desk().serves(question.site(), null))
                .filter(worker -> !rests.rests(question.id(), worker.desk().operator(), now))
                .toList();
        for (String want : question.wants().stream().sorted().toList()) {
            List<Worker> better =
                    able.stream().filter(worker -> worker.desk().can(want)).toList();
            able = better.isEmpty() ? able : better;
        }
        return able.stream().filter(worker -> worker.room(questions, now) > 0).toList();
    }

    private Decision offer(Question question, List<Worker> free, long now) {
        List<Worker> fresh = free.stream()
                .filter(worker -> !question.passed().contains(worker.desk().operator()))
                .toList();
        Set<OperatorId> passed = fresh.isEmpty() ? Set.of() : question.passed();
        Worker chosen = choose(question, fresh.isEmpty() ? free : fresh, now);
        OperatorId to = chosen.desk().operator();
        long until = now + question.rules().offer().toMillis();
        queue.remove(question);
        place(question.offered(to, until, passed));
        chosen.asked(++turns);
        Why cause = leftBehind.remove(question.id());
        return new Decision.Offer(
                question.id(), question.version(), to, until, passed, cause == null ? Why.FREE : cause);
    }

    private Worker choose(Question question, List<Worker> among, long now) {
        for (Worker worker : among) {
            if (worker.desk().operator().equals(question.regular())) {
                return worker;
            }
        }
        return among.stream().min(by(question.rules().choice(), now)).orElseThrow();
    }

    private Comparator<Worker> by(RoutingRules.Choice choice, long now) {
        return switch (choice) {
            case LEAST_BUSY ->
                Comparator.comparingDouble((Worker worker) -> (double) worker.load(questions, now)
                                / worker.desk().capacity())
                        .thenComparingLong(Worker::idleSince)
                        .thenComparingLong(Worker::turn);
            case LONGEST_IDLE -> Comparator.comparingLong(Worker::idleSince).thenComparingLong(Worker::turn);
            case IN_TURN -> Comparator.comparingLong(Worker::turn);
        };
    }
}
