import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures Beseda and prints what it found: {@code ./beseda bench NAME [--json FILE] [--quick]}. Its job is to tell the truth, so
 * it exits with 0 also when a promise isn't held; {@code --strict} turns that into 1, for a run that guards something.
 */
final class Bench {

    /** Something that can be measured. */
    interface Measure {
        void run(Run run) throws Exception;
    }

    /** @param meaning one line for the list */
    private record Offer(String meaning, Measure measure) {}

    private Bench() {}

    private static Map<String, Offer> offers() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        offers.put(
                "start",
                new Offer("first answer and memory of an installed server, beside a bare Jetty", StartBench::run));
        offers.put(
                "idle",
                new Offer("memory of a visitor who only looks, 10,000 of them, beside bare sockets", IdleBench::run));
        offers.put(
                "messages",
                new Offer("latency and durable messages a second, beside disk and engine", MessagesBench::run));
        offers.put(
                "visitors",
                new Offer("the live list with 50,000 on line: delay, cost, frames of the console", VisitorsBench::run));
        offers.put(
                "pageviews",
                new Offer(
                        "page views a second with everybody's screens told, beside bare sockets", PageviewsBench::run));
        offers.put("widget", new Offer("what a customer's page pays for the widget, in Chromium", WidgetBench::run));
        offers.put(
                "console",
                new Offer(
                        "what an operator waits for: first view, another conversation, a long list",
                        ConsoleBench::run));
        offers.put(
                "reports",
                new Offer("figures of a year, 300,000 conversations, beside counting them once", ReportsBench::run));
        offers.put(
                "archive",
                new Offer(
                        "words in a million messages, making the archive, and what messages notice",
                        ArchiveBench::run));
        offers.put(
                "faults",
                new Offer("kill -9 and other trouble under load: nothing lost, nothing twice", FaultsBench::run));
        offers.put(
                "routing",
                new Offer(
                        "10,000 visitors and 200 operators on a simulated clock: offers a second", RoutingBench::run));
        return offers;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Offer> offers = offers();
        if (arguments.length == 0 || !offers.containsKey(arguments[0])) {
            System.out.println("./beseda bench NAME [--json FILE] [--quick] [--strict]; bench/README.md tells more.");
            offers.forEach((name, offer) -> System.out.printf("  %-10s %s%n", name, offer.meaning()));
            System.exit(arguments.length == 0 ? 0 : 2);
        }
        Options options = Options.of(arguments);
        var report = new Report(arguments[0], Machine.describe());
        boolean done = false;
        try (Children children = new Children();
                Scratch scratch = Scratch.make(arguments[0])) {
            endAfter(options.atMost(), children);
            offers.get(arguments[0]).measure().run(new Run(options, report, children, scratch));
            done = true;
        } finally {
            report.print();
            if (options.json() != null) {
                Files.writeString(options.json(), report.json());
            }
            if (done) {
                System.exit(options.strict() && report.anyBroken() ? 1 : 0);
            }
        }
    }

    /** A benchmark that hangs is ended, and its servers with it. */
    private static void endAfter(Duration limit, Children children) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(limit);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            System.err.println("Not done after " + limit.toSeconds() + " s: ended.");
            children.close();
            Runtime.getRuntime().halt(3);
        });
    }
}
