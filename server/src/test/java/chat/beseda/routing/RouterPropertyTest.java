package chat.beseda.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 100,000 histories of chance (M4): the seed of one that breaks a promise is in the failure. */
class RouterPropertyTest {
    private static final int HISTORIES = 100_000;
    private static final int STEPS = 10;

    @Test
    void everyQuestionFindsItsOperatorWhateverHappens() {
        long offers = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            offers += history(seed);
        }
        assertThat(offers).as("the histories are not empty").isGreaterThan(HISTORIES);
    }

    private static long history(long seed) {
        var world = new RoutedWorld(seed, 1 + (int) (seed % 5));
        try {
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            world.calmDown();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("history " + seed + ": " + broken.getMessage(), broken);
        }
        return world.offers;
    }
}
