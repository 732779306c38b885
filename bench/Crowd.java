import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Visitors with open panels and the operators who answer them, all on one {@link Loop}. */
final class Crowd {
    private static final int LINES_PER_ADDRESS = 100;
    /** Above those of a {@link Herd}. */
    private static final int FIRST_ADDRESS = 1_000;

    private static final int AT_ONCE = 100;

    /** How many of each. An operator answers for one site, so that not everybody hears of everything. */
    record Shape(int sites, int operators, int visitors) {}

    final Loop loop;
    final List<VisitorTalker> visitors = new ArrayList<>();
    final List<OperatorTalker> operators = new ArrayList<>();
    final List<Company.Site> sites = new ArrayList<>();

    /**
     * Sets the company up; nobody comes yet.
     *
     * @param port of the server, or of a proxy before it
     * @param watches made for each client by its name, and whether it is a visitor
     */
    Crowd(
            Loop loop,
            Server server,
            int port,
            Shape shape,
            Talker.Manner manner,
            Random seed,
            BiFunction<String, Boolean, Watch> watches) {
        this.loop = loop;
        Company company = Company.of(server);
        for (int at = 0; at < shape.sites; at++) {
            sites.add(company.site("Site " + at, Company.SHOP));
        }
        for (Company.Member member : company.operators("operator", sites, shape.operators)) {
            var seat = new OperatorTalker.Seat(member.id(), () -> company.ticket(member), port, server.origin());
            Watch watch = watches.apply("operator " + member.id(), false);
            operators.add(new OperatorTalker(loop, watch, manner, new Random(seed.nextLong()), seat));
        }
        for (int at = 0; at < shape.visitors; at++) {
            String name = "visitor " + at;
            var place = new VisitorTalker.Place(
                    Herd.address(FIRST_ADDRESS + at / LINES_PER_ADDRESS),
                    port,
                    server.origin(),
                    sites.get(at % shape.sites).key(),
                    0);
            Watch watch = watches.apply(name, true);
            visitors.add(new VisitorTalker(loop, name, watch, manner, new Random(seed.nextLong()), place));
        }
    }

    /** Everybody connects. */
    void gather() throws IOException, InterruptedException {
        come(operators);
        come(visitors);
    }

    private <T extends Talker> void come(List<T> talkers) throws IOException, InterruptedException {
        for (int from = 0; from < talkers.size(); from += AT_ONCE) {
            List<T> some = talkers.subList(from, Math.min(talkers.size(), from + AT_ONCE));
            loop.execute(() -> some.forEach(Talker::connect));
            await("on line", some, Talker::live);
        }
    }

    /** Each visitor asks something, so that each has a conversation that an operator took. */
    void begin(String question) throws IOException, InterruptedException {
        for (int from = 0; from < visitors.size(); from += AT_ONCE) {
            List<VisitorTalker> some = visitors.subList(from, Math.min(visitors.size(), from + AT_ONCE));
            loop.execute(() -> some.forEach(visitor -> visitor.say(question)));
            await("acknowledged", some, visitor -> !visitor.conversation().isEmpty());
        }
        if (!loop.await(() -> owned() == visitors.size(), 30_000)) {
            throw new IOException("%d of %d conversations were taken: %s"
                    .formatted(loop.ask(this::owned), visitors.size(), loop.ask(this::stops)));
        }
    }

    private int owned() {
        return operators.stream().mapToInt(operator -> operator.own().size()).sum();
    }

    <T extends Talker> void await(String what, List<T> talkers, Predicate<T> condition)
            throws IOException, InterruptedException {
        if (!loop.await(() -> talkers.stream().allMatch(condition), 60_000)) {
            List<String> others = loop.ask(() -> talkers.stream()
                    .filter(condition.negate())
                    .map(each -> each.name + (each.live() ? "" : ", no line"))
                    .toList());
            throw new IOException("%d of %d clients are not %s: %s; gave up: %s"
                    .formatted(
                            others.size(),
                            talkers.size(),
                            what,
                            others.subList(0, Math.min(5, others.size())),
                            loop.ask(this::stops)));
        }
    }

    List<String> stops() {
        List<String> all = new ArrayList<>();
        everybody().forEach(talker -> talker.stops().forEach(reason -> all.add(talker.name + ": " + reason)));
        return all.subList(0, Math.min(5, all.size()));
    }

    List<Talker> everybody() {
        List<Talker> all = new ArrayList<>(operators);
        all.addAll(visitors);
        return all;
    }

    void leave(List<? extends Talker> talkers) {
        loop.ask(() -> {
            talkers.forEach(Talker::leave);
            return true;
        });
    }
}
