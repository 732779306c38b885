package chat.beseda.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Conversations as they may have been, of three operators on two sites. */
final class Histories {
    private static final List<String> PAGES = List.of("https://shop.example/", "https://shop.example/cart", "");
    private static final List<String> CITIES = List.of("Perm", "Kyiv", "");

    private Histories() {}

    /** As many as that, opened within the time, in order. */
    static List<Talk> talks(RandomGenerator random, int count, long from, long until) {
        var talks = new ArrayList<Talk>();
        for (int at = 0; at < count; at++) {
            talks.add(talk(random, random.nextLong(from, until)));
        }
        return talks;
    }

    private static Talk talk(RandomGenerator random, long opened) {
        var holders = new Longs();
        var answerers = new Longs();
        var waits = new Longs();
        var openWaits = new Longs();
        for (int left = random.nextInt(4); left > 0; left--) {
            long operator = random.nextLong(11, 14);
            holders.add(operator);
            for (int more = random.nextInt(4); more > 0; more--) {
                answerers.add(operator);
                long waited = random.nextLong(700_000);
                waits.add(waited);
                openWaits.add(random.nextBoolean() ? waited : random.nextLong(waited + 1));
            }
        }
        boolean closed = random.nextInt(10) > 0;
        return new Talk(
                1 + random.nextInt(2),
                random.nextBoolean() ? Talk.NONE : 5,
                1 + random.nextInt(40),
                opened,
                closed ? opened + random.nextLong(5_000_000) : Talk.NONE,
                waits.count() == 0 ? Talk.NONE : waits.get(0),
                1 + random.nextInt(30),
                Math.max(0, holders.count() - 1),
                closed && waits.count() == 0,
                random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0,
                PAGES.get(random.nextInt(PAGES.size())),
                CITIES.get(random.nextInt(CITIES.size())),
                random.nextBoolean() ? "ya.ru" : "",
                random.nextBoolean() ? "ru" : "uk",
                holders,
                answerers,
                waits,
                openWaits);
    }

    /** What is read of a packed one. */
    static Talk copy(PackedTalk talk) {
        var holders = new Longs();
        for (int nth = 0; nth < talk.holders(); nth++) {
            holders.add(talk.holder(nth));
        }
        var answerers = new Longs();
        var waits = new Longs();
        var openWaits = new Longs();
        for (int nth = 0; nth < talk.answers(); nth++) {
            answerers.add(talk.answerer(nth));
            waits.add(talk.waited(nth));
            openWaits.add(talk.waitedOpen(nth));
        }
        return new Talk(
                talk.site(),
                talk.department(),
                talk.visitor(),
                talk.opened(),
                talk.closed(),
                talk.firstAnswer(),
                talk.messages(),
                talk.handOvers(),
                talk.missed(),
                talk.score(),
                talk.page(),
                talk.city(),
                talk.source(),
                talk.language(),
                holders,
                answerers,
                waits,
                openWaits);
    }

    static boolean has(Longs numbers, long wanted) {
        return IntStream.range(0, numbers.count()).anyMatch(nth -> numbers.get(nth) == wanted);
    }
}
