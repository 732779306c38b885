import java.util.ArrayDeque;
import java.util.SplittableRandom;

/**
 * Plays a busy day of the router on a simulated clock: {@code --visitors N}, {@code --operators N}, {@code --seed N} repeats it.
 * Only the time inside the router is measured; what its promises are is counted by {@link RoutedShop}, which keeps books of its own.
 */
final class RoutingBench {
    private static final int FLOOR_OFFERS = 2_000_000;

    private RoutingBench() {}

    static void run(Run run) {
        int visitors = run.options().number("visitors", 3_000, 10_000);
        int operators = run.options().number("operators", 200, 200);
        long seed = Long.parseLong(run.options().word("seed", "20261122"));
        run.report().note("seed %d: --seed %d plays the same again".formatted(seed, seed));
        new RoutedShop(seed + 1, visitors / 10, operators).play();
        var shop = new RoutedShop(seed, visitors, operators);
        shop.play();
        tell(run.report(), shop, visitors, operators);
    }

    private static void tell(Report report, RoutedShop shop, int visitors, int operators) {
        report.add(Figure.of("visitors", visitors, ""));
        report.add(Figure.of("operators", operators, ""));
        report.add(Figure.of("simulated_hours", shop.hours(), "h"));
        report.add(Figure.of("events", shop.events, ""));
        report.add(Figure.of("offers", shop.offers, ""));
        double seconds = shop.nanos / 1e9;
        double bare = bareOffersASecond(operators);
        report.add(Figure.of("offers_per_s", shop.offers / seconds, "/s").beside(bare, "least of an array"));
        report.add(Figure.of("decisions_per_s", shop.events / seconds, "/s"));
        report.add(Figure.of("decision_p99_ms", shop.millis(0.99), "ms").atMost(20));
        report.add(Figure.of("decision_worst_ms", shop.millis(1), "ms"));
        report.add(Figure.of("first_offer_p50_s", shop.waited(0.5), "s"));
        report.add(Figure.of("first_offer_p95_s", shop.waited(0.95), "s"));
        shop.violations.forEach((promise, times) -> report.add(
                Figure.of("violated_" + promise.name().toLowerCase(), times, "").atMost(0)));
        report.add(Figure.of("never_answered", shop.neverAnswered(), "").atMost(0));
        if (shop.first != null) {
            report.note("First violation: " + shop.first);
        }
    }

    /** The whole of it without a rule: the first in a queue to the least busy of an array. */
    private static double bareOffersASecond(int operators) {
        var chance = new SplittableRandom(1);
        int[] loads = new int[operators];
        var held = new ArrayDeque<Integer>();
        long begun = System.nanoTime();
        for (int i = 0; i < FLOOR_OFFERS; i++) {
            int least = 0;
            for (int at = 1; at < operators; at++) {
                least = loads[at] < loads[least] ? at : least;
            }
            loads[least]++;
            held.addLast(least);
            if (held.size() > operators * 3 || chance.nextInt(8) == 0) {
                loads[held.removeFirst()]--;
            }
        }
        return FLOOR_OFFERS / ((System.nanoTime() - begun) / 1e9);
    }
}
