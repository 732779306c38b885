import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Trouble other than the server's death, each with the time until everybody was on line again. */
final class Scenes {
    private static final int STORM = 2_000;

    private final Run run;
    private final Stage stage;

    Scenes(Run run, Stage stage) {
        this.run = run;
        this.stage = stage;
    }

    void play(Set<String> scenes) throws Exception {
        if (scenes.contains("freeze")) {
            freeze(3);
            if (!run.quick()) {
                freeze(12);
            }
        }
        if (scenes.contains("reset")) {
            healed("reset", stage.proxy::resetAll);
        }
        if (scenes.contains("half-open")) {
            healed("half_open", () -> {
                stage.proxy.halfOpenAll();
                stage.loop.execute(() -> stage.crowd.everybody().forEach(Talker::probe));
                Thread.sleep(3_500);
            });
        }
        if (scenes.contains("cut")) {
            cut();
        }
        if (scenes.contains("copies")) {
            copies();
        }
        if (scenes.contains("over")) {
            over();
        }
        if (scenes.contains("slow")) {
            slow();
        }
        if (scenes.contains("storm")) {
            storm();
        }
    }

    private interface Trouble {
        void happen() throws Exception;
    }

    private void healed(String name, Trouble trouble) throws Exception {
        Report.say(name);
        trouble.happen();
        long begun = System.nanoTime();
        Thread.sleep(50);
        stage.everybodyLives();
        run.report()
                .add(Figure.of(name + "_healed_ms", (System.nanoTime() - begun) / 1e6, "ms")
                        .atMost(15_000));
    }

    /** The server stands still, which is no reason to throw anybody out. */
    private void freeze(int seconds) throws Exception {
        int lines = lines();
        healed("freeze_%d_s".formatted(seconds), () -> {
            stage.server().signal("STOP");
            Thread.sleep(seconds * 1_000L);
            stage.server().signal("CONT");
            Thread.sleep(1_000);
        });
        run.report()
                .add(Figure.of("freeze_%d_s_lines_lost".formatted(seconds), lines() - lines, "")
                        .atMost(0));
    }

    private int lines() {
        return stage.loop.ask(
                () -> stage.crowd.everybody().stream().mapToInt(Talker::lines).sum());
    }

    /** Connections break after each number of bytes of handshake, hello and replay. */
    private void cut() throws Exception {
        int step = run.quick() ? 150 : 17;
        healed("cut", () -> {
            for (int bytes = 1; bytes < 3_000; bytes += step) {
                stage.proxy.cutAfter(bytes);
                stage.loop.execute(() -> some(10).forEach(Talker::breakLine));
                Thread.sleep(60);
            }
            stage.proxy.cutAfter(Long.MAX_VALUE);
        });
        healed("crumbs", () -> {
            stage.proxy.crumbs(true);
            stage.proxy.resetAll();
            Thread.sleep(1_000);
            stage.proxy.crumbs(false);
        });
    }

    private List<Talker> some(int number) {
        List<Talker> everybody = stage.crowd.everybody();
        List<Talker> chosen = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            chosen.add(everybody.get(stage.random.nextInt(everybody.size())));
        }
        return chosen;
    }

    /** Every message comes three times. */
    private void copies() throws Exception {
        healed("copies", () -> {
            stage.loop.execute(() -> stage.crowd.everybody().forEach(talker -> talker.copies(3)));
            Thread.sleep(2_000);
            stage.loop.execute(() -> stage.crowd.everybody().forEach(talker -> talker.copies(1)));
        });
    }

    /** An operator writes on into a conversation that is over: every word comes back, also those that had to wait for others. */
    private void over() throws Exception {
        OperatorTalker operator = busyOperator();
        stage.loop.execute(stage.chatter::end);
        unsentNothing(operator);
        healed("over", () -> {
            stage.loop.execute(() -> {
                String conversation = operator.own().getFirst();
                operator.close(conversation);
                for (int at = 0; at < 40; at++) {
                    operator.say(conversation, "public", Texts.line(at));
                }
            });
            unsentNothing(operator);
        });
        stage.loop.execute(stage.chatter::begin);
    }

    private void unsentNothing(Talker talker) throws Exception {
        stage.crowd.await("without unsent words", List.of(talker), each -> each.unacknowledged() == 0);
    }

    private OperatorTalker busyOperator() {
        return stage.loop.ask(() -> stage.crowd.operators.stream()
                .filter(each -> !each.own().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IOException("some operator should have a conversation")));
    }

    /** A visitor stops reading while an operator writes more than the network's buffers hold. */
    private void slow() throws Exception {
        OperatorTalker operator = busyOperator();
        long before = stage.server().residentKb();
        String words = "слово ".repeat(2_000);
        int number = run.quick() ? 400 : 800;
        healed("slow", () -> {
            stage.loop.execute(() -> stage.crowd.visitors.forEach(visitor -> visitor.reading(false)));
            stage.loop.execute(() -> {
                List<String> own = operator.own();
                for (int at = 0; at < number; at++) {
                    operator.say(own.get(at % Math.min(2, own.size())), "public", words + at);
                }
            });
            stage.loop.await(() -> operator.unacknowledged() == 0, 20_000);
            stage.loop.execute(() -> stage.crowd.visitors.forEach(visitor -> visitor.reading(true)));
        });
        run.report().add(Figure.of("slow_memory_grew_mb", (stage.server().residentKb() - before) / 1024.0, "MB"));
    }

    /** Two thousand visitors lose their lines at the same moment, and all come back. */
    private void storm() throws Exception {
        List<VisitorTalker> many = new ArrayList<>();
        Crowd crowd = stage.crowd;
        for (int at = 0; at < STORM; at++) {
            var place = new VisitorTalker.Place(
                    Herd.address(2_000 + at / 100),
                    stage.server().port(),
                    stage.server().origin(),
                    crowd.sites.get(at % crowd.sites.size()).key(),
                    0);
            many.add(new VisitorTalker(
                    stage.loop, "storm " + at, new Watch() {}, Talker.Manner.OF_BROWSERS, new Random(at), place));
        }
        for (int from = 0; from < STORM; from += 100) {
            List<VisitorTalker> some = many.subList(from, from + 100);
            stage.loop.execute(() -> some.forEach(Talker::connect));
            crowd.await("on line", some, Talker::live);
        }
        Report.say("storm");
        long begun = System.nanoTime();
        stage.loop.execute(() -> many.forEach(Talker::breakLine));
        Thread.sleep(20);
        crowd.await("on line again", many, Talker::live);
        run.report()
                .add(Figure.of("storm_of_2000_healed_ms", (System.nanoTime() - begun) / 1e6, "ms")
                        .atMost(30_000));
        stage.loop.execute(() -> many.forEach(Talker::leave));
    }
}
