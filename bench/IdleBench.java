import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a visitor costs who only looks at pages: socket and presence record, beside sockets that carry nothing. */
final class IdleBench {

    private record Cost(double residentKb, double heapKb, int lost, int beats) {}

    private IdleBench() {}

    static void run(Run run) throws Exception {
        int visitors = run.options().number("visitors", 3_000, 10_000);
        int rest = run.options().number("rest", 3, 20);
        Cost bare;
        try (Server server = BareJetty.start(run, run.scratch().file("bare.log"))) {
            bare = measure(run, server, visitors, rest, List.of());
        }
        Cost ours;
        Product product = Product.ready(run);
        Path data = run.scratch().file("data");
        try (Server server = Server.start(run, product, data, Map.of())) {
            Company company = Company.of(server);
            String site = company.site("Idle", Company.SHOP).key();
            ours = measure(run, server, visitors, rest, List.of(site));
        }
        Report report = run.report();
        report.add(Figure.of("rss_per_visitor_kb", ours.residentKb, "KB")
                .atMost(12)
                .beside(bare.residentKb, "bare Jetty socket"));
        report.add(Figure.of("heap_per_visitor_kb", ours.heapKb, "KB")
                .atMost(10)
                .beside(bare.heapKb, "bare Jetty socket"));
        report.add(Figure.of("bare_rss_per_socket_kb", bare.residentKb, "KB"));
        report.add(Figure.of("bare_heap_per_socket_kb", bare.heapKb, "KB"));
        report.add(Figure.of("visitors", visitors, ""));
        report.add(Figure.of("lines_lost_while_idle", ours.lost, "").atMost(0));
        report.add(Figure.of("heartbeats_answered", ours.beats, ""));
        report.note(("KB = 1,024 bytes, after GC.run, over the same process after %d visitors had come and gone. "
                        + "One process here may open %s descriptors, so more than that is extrapolated: 50,000 visitors would take "
                        + "about %.0f MB. The kernel's own memory for sockets comes on top and is the same for every server.")
                .formatted(visitors / 10, descriptorLimit(), ours.residentKb * 50_000 / 1024));
    }

    private static Cost measure(Run run, Server server, int visitors, int rest, List<String> sites) throws Exception {
        String origin = Company.SHOP;
        Report.say("warming up");
        try (HerdProcess first = HerdProcess.gather(run, server.port(), visitors / 10, origin, sites)) {
            first.dismiss();
        }
        Thread.sleep(2_000);
        server.collectGarbage();
        long heap = server.heapKb();
        long resident = server.residentKb();
        Report.say("%,d visitors arrive".formatted(visitors));
        try (HerdProcess herd = HerdProcess.gather(run, server.port(), visitors, origin, sites)) {
            Thread.sleep(rest * 1_000L);
            server.collectGarbage();
            double heapEach = (server.heapKb() - heap) / (double) visitors;
            double residentEach = (server.residentKb() - resident) / (double) visitors;
            int[] fate = herd.dismiss();
            return new Cost(residentEach, heapEach, fate[0], fate[1]);
        }
    }

    private static String descriptorLimit() throws Exception {
        Process asked = new ProcessBuilder("sh", "-c", "ulimit -Hn").start();
        return new String(asked.getInputStream().readAllBytes()).strip();
    }
}
