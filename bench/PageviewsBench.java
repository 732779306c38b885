import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many page views a second the server takes in, with the list of visitors open on a screen, beside sockets that carry nothing. */
final class PageviewsBench {
    private PageviewsBench() {}

    static void run(Run run) throws Exception {
        int idle = run.options().number("visitors", 2_000, 10_000);
        double floor;
        try (Server bare = BareJetty.start(run, run.scratch().file("bare.log"));
                Loop loop = new Loop("views")) {
            Report.say("bare sockets");
            floor = perSecond(run, loop, new PageViews(loop, bare.port(), "bare", false));
        }
        Product product = Product.ready(run);
        try (Server server = Server.start(run, product, run.scratch().file("data"), Map.of());
                Loop loop = new Loop("views")) {
            Company company = Company.of(server);
            String key = company.site("Views", Company.SHOP).key();
            Report.say("%,d visitors arrive".formatted(idle));
            try (HerdProcess herd = HerdProcess.gather(run, server.port(), idle, Company.SHOP, List.of(key))) {
                var told = new AtomicLong();
                var operator = new WatchingOperator(title -> told.incrementAndGet());
                String ticket = company.ticket(company.administrator()).join();
                loop.execute(() -> operator.open(loop, server, ticket));
                if (!loop.await(operator::sees, 30_000)) {
                    throw new IOException("the operator was not shown the list");
                }
                views(run, server, loop, key, floor);
                run.report().add(Figure.of("rows_told_to_the_screen", told.get(), ""));
                run.report().add(Figure.of("lines_lost", herd.dismiss()[0], "").atMost(0));
            }
        }
        run.report().add(Figure.of("visitors", idle, ""));
        run.report()
                .note(
                        ("A page view: a WebSocket of a known visitor opens, says hello as the loader does (page, title, referrer, "
                                        + "User-Agent, screen) and is answered to the end (place, rules, unread, look), with %,d others on line "
                                        + "and one console that shows the newest pages; then it closes. The floor opens the same sockets on a bare Jetty, "
                                        + "sends the same hello and closes them. %d at once; clients and server share this machine's cores.")
                                .formatted(idle, PageViews.AT_ONCE));
    }

    private static void views(Run run, Server server, Loop loop, String key, double floor) throws Exception {
        Report.say("page views");
        var views = new PageViews(loop, server.port(), key, true);
        long ticks = Machine.processorTicks(server.pid());
        double perSecond = perSecond(run, loop, views);
        double spent = (Machine.processorTicks(server.pid()) - ticks) * 10_000.0;
        Report report = run.report();
        report.add(Figure.of("pageviews_per_s", perSecond, "/s").atLeast(1_500).beside(floor, "bare Jetty sockets"));
        report.add(Figure.of("pageviews_ratio_to_floor", perSecond / floor, ""));
        report.add(Figure.of("answered_p50_ms", views.answered().millis(0.5), "ms"));
        report.add(Figure.of("answered_p95_ms", views.answered().millis(0.95), "ms"));
        report.add(Figure.of("server_cpu_per_view_us", spent / Math.max(1, views.done()), "µs"));
        report.add(Figure.of("views_failed", views.failed(), "").atMost(0));
    }

    private static double perSecond(Run run, Loop loop, PageViews views) throws Exception {
        int seconds = run.options().number("seconds", 5, 15);
        loop.execute(views::begin);
        Thread.sleep(run.quick() ? 4_000 : 10_000);
        loop.execute(views::measure);
        long before = loop.ask(views::done);
        long begun = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        long after = loop.ask(views::done);
        double perSecond = (after - before) * 1e9 / (System.nanoTime() - begun);
        loop.execute(views::end);
        Thread.sleep(500);
        if (after == before) {
            throw new IOException("no page view came to its end: " + views.trouble());
        }
        return perSecond;
    }
}
