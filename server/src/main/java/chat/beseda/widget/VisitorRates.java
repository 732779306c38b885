package chat.beseda.widget;

import chat.beseda.security.RateLimits;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.web.AddressLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How fast visitors may come and speak. Who is new costs nothing to be, so newcomers of one network share a rate; it is wide
 * enough for an office behind one address. Each limit says after what time to try again. Thread-safe.
 */
final class VisitorRates {
    /** What many real visitors behind one router need. */
    static final int NEWCOMERS_A_MINUTE = 120;

    private static final int SENDS_A_MINUTE = 60;
    private static final int SENDS_AT_ONCE = 10;
    private static final int SENDS_OF_A_NEWCOMER = 5;
    private static final int PAGES_A_MINUTE = 30;
    private static final int PAGES_AT_ONCE = 10;
    private static final int FILES_A_MINUTE = 20;
    private static final int LOOKS_FOR_CITIES_A_MINUTE = 120;
    private static final int WORDS_OF_PLACE_A_MINUTE = 20;
    private static final int GOALS_A_MINUTE = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long NEW_FOR = Duration.ofHours(1).toMillis();

    private final InstantSource clock;
    private final RateLimits sends;
    private final RateLimits pages;
    private final RateLimits newcomers;
    private final RateLimits sendsOfNewcomers;
    private final RateLimits wordsOfPlace;
    private final RateLimits looksForCities;
    private final RateLimits goals;
    private final RateLimits files;

    /** @param newcomersAMinute of one network; half of them at once */
    VisitorRates(int newcomersAMinute, Timers timers, InstantSource clock) {
        this.clock = clock;
        int atOnce = Math.max(1, newcomersAMinute / 2);
        this.sends = new RateLimits(SENDS_A_MINUTE, MINUTE, SENDS_AT_ONCE, clock);
        this.pages = new RateLimits(PAGES_A_MINUTE, MINUTE, PAGES_AT_ONCE, clock);
        this.newcomers = new RateLimits(newcomersAMinute, MINUTE, atOnce, clock);
        this.sendsOfNewcomers =
                new RateLimits(newcomersAMinute * SENDS_OF_A_NEWCOMER, MINUTE, atOnce * SENDS_OF_A_NEWCOMER, clock);
        this.wordsOfPlace = new RateLimits(WORDS_OF_PLACE_A_MINUTE, MINUTE, WORDS_OF_PLACE_A_MINUTE, clock);
        this.looksForCities = new RateLimits(LOOKS_FOR_CITIES_A_MINUTE, MINUTE, LOOKS_FOR_CITIES_A_MINUTE / 4, clock);
        this.goals = new RateLimits(GOALS_A_MINUTE, MINUTE, GOALS_A_MINUTE, clock);
        this.files = new RateLimits(FILES_A_MINUTE, MINUTE, FILES_A_MINUTE, clock);
        timers.every(MINUTE, this::forgetIdle);
    }

    /** Another one who was never seen comes from the address. */
    Optional<Duration> mayCome(String address) {
        return newcomers.take(AddressLimit.network(address));
    }

    /** The visitor says something. */
    Optional<Duration> maySend(Visitor visitor, String address) {
        Optional<Duration> wait = sends.take(visitor.id());
        boolean isNew = clock.millis() - visitor.firstSeenAt() < NEW_FOR;
        return wait.isEmpty() && isNew ? sendsOfNewcomers.take(AddressLimit.network(address)) : wait;
    }

    /** The visitor opens a page, in any of his tabs. */
    Optional<Duration> mayOpenPage(VisitorId visitor) {
        return pages.take(visitor);
    }

    /** Somebody says where the visitor is. */
    Optional<Duration> mayTellPlace(VisitorId visitor) {
        return wordsOfPlace.take(visitor);
    }

    /** The visitor writes the beginning of a city's name. */
    Optional<Duration> mayFindCity(VisitorId visitor) {
        return looksForCities.take(visitor);
    }

    /** His page says that he did what the site wants. */
    Optional<Duration> mayReachGoal(VisitorId visitor) {
        return goals.take(visitor);
    }

    /** The visitor begins to send a file. */
    Optional<Duration> maySendFile(VisitorId visitor) {
        return files.take(visitor);
    }

    private void forgetIdle() {
        goals.forgetIdle();
        files.forgetIdle();
        looksForCities.forgetIdle();
        wordsOfPlace.forgetIdle();
        sends.forgetIdle();
        pages.forgetIdle();
        newcomers.forgetIdle();
        sendsOfNewcomers.forgetIdle();
    }
}
