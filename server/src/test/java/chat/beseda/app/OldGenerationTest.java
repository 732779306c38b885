package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {
    private static final long MEGABYTE = 1L << 20;

    @Test
    void aLittleIsNotWorthAPause() {
        assertThat(OldGeneration.isWorthIt(0, 60 * MEGABYTE)).isFalse();
        assertThat(OldGeneration.isWorthIt(20 * MEGABYTE, 84 * MEGABYTE)).isFalse();
    }

    @Test
    void muchBesideLittleThatLivedIs() {
        assertThat(OldGeneration.isWorthIt(0, 65 * MEGABYTE)).isTrue();
        assertThat(OldGeneration.isWorthIt(20 * MEGABYTE, 85 * MEGABYTE)).isTrue();
    }

    @Test
    void whoHasMuchInUseMayGatherAsMuch() {
        assertThat(OldGeneration.isWorthIt(400 * MEGABYTE, 790 * MEGABYTE)).isFalse();
        assertThat(OldGeneration.isWorthIt(400 * MEGABYTE, 801 * MEGABYTE)).isTrue();
    }
}
