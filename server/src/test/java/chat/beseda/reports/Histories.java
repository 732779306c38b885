package chat.beseda.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

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
        List<Talk.Hold> holds = holds(random, opened);
        List<Talk.Answer> answers = new ArrayList<>();
        for (Talk.Hold hold : holds) {
            for (int left = random.nextInt(4); left > 0; left--) {
                answers.add(new Talk.Answer(hold.operator(), random.nextLong(700_000)));
            }
        }
        boolean closed = random.nextInt(10) > 0;
        return new Talk(
                1 + random.nextInt(2),
                random.nextBoolean() ? Talk.NONE : 5,
                1 + random.nextInt(40),
                opened,
                closed ? opened + random.nextLong(5_000_000) : Talk.NONE,
                answers.isEmpty() ? Talk.NONE : answers.getFirst().waited(),
                1 + random.nextInt(30),
                Math.max(0, holds.size() - 1),
                closed && answers.isEmpty(),
                random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0,
                PAGES.get(random.nextInt(PAGES.size())),
                CITIES.get(random.nextInt(CITIES.size())),
                random.nextBoolean() ? "ya.ru" : "",
                random.nextBoolean() ? "ru" : "uk",
                holds,
                answers);
    }

    private static List<Talk.Hold> holds(RandomGenerator random, long opened) {
        var holds = new ArrayList<Talk.Hold>();
        long from = opened;
        for (int left = random.nextInt(4); left > 0; left--) {
            from += random.nextLong(300_000);
            long until = from + random.nextLong(3_000_000);
            holds.add(new Talk.Hold(11 + random.nextInt(3), from, until));
            from = until;
        }
        return holds;
    }
}
