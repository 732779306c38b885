package chat.beseda.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.ConversationId;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.transcripts.Transcripts.Asked;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Transcripts} promise on every engine. */
abstract class TranscriptsContract {
    private static final String ZONE = "Asia/Yekaterinburg";

    private final TestHouse house;
    private final Transcripts transcripts;

    TranscriptsContract(TestEngine engine) {
        house = new TestHouse(engine);
        transcripts = new Transcripts(house.database, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void wishesWaitInTheirOrderWithAllThatSendingNeeds() {
        ConversationId first = house.aConversation().id();
        ConversationId second = house.aConversationThatIsOver().id();
        long at = house.clock.millis();
        assertThat(transcripts.ask(second, " vera@example.org ", "ru", ZONE)).isEqualTo(Asked.KEPT);
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(transcripts.ask(first, "oleg@example.org", "uk", "Nowhere/<b>"))
                .isEqualTo(Asked.KEPT);
        assertThat(transcripts.waiting(10))
                .containsExactly(
                        new TranscriptWish(second, "vera@example.org", "ru", ZONE, at),
                        new TranscriptWish(first, "oleg@example.org", "uk", "", at + 60_000));
        assertThat(transcripts.waiting(1)).hasSize(1);
    }

    @Test
    void theSameWishAgainIsOneWish() {
        ConversationId asked = house.aConversation().id();
        for (int again = 0; again < 5; again++) {
            house.clock.advance(Duration.ofMinutes(1));
            assertThat(transcripts.ask(asked, "vera@example.org", "ru", ZONE)).isEqualTo(Asked.KEPT);
        }
        assertThat(transcripts.waiting(10))
                .containsExactly(new TranscriptWish(asked, "vera@example.org", "ru", ZONE, house.clock.millis()));
    }

    @Test
    void aConversationWaitsForThreeAddressesHoweverLong() {
        ConversationId asked = house.aConversation().id();
        for (int made = 0; made < Transcripts.MOST_OF_A_CONVERSATION; made++) {
            assertThat(transcripts.ask(asked, "box" + made + "@example.org", "ru", ZONE))
                    .isEqualTo(Asked.KEPT);
        }
        assertThat(transcripts.ask(asked, "other@example.org", "ru", ZONE)).isEqualTo(Asked.TOO_MANY);
        assertThat(transcripts.ask(asked, "box0@example.org", "ru", ZONE)).isEqualTo(Asked.KEPT);
        assertThat(transcripts.ask(house.aConversation().id(), "other@example.org", "ru", ZONE))
                .isEqualTo(Asked.KEPT);
        house.clock.advance(Duration.ofDays(29));
        assertThat(transcripts.ask(asked, "other@example.org", "ru", ZONE)).isEqualTo(Asked.TOO_MANY);
    }

    @Test
    void anAddressThatMayBeAStrangersIsNotFlooded() {
        for (int made = 0; made < Transcripts.MOST_TO_AN_ADDRESS; made++) {
            assertThat(transcripts.ask(house.aConversation().id(), "vera@example.org", "ru", ZONE))
                    .isEqualTo(Asked.KEPT);
        }
        assertThat(transcripts.ask(house.aConversation().id(), "vera@example.org", "ru", ZONE))
                .isEqualTo(Asked.TOO_MANY);
        house.clock.advance(Duration.ofDays(29));
        assertThat(transcripts.ask(house.aConversation().id(), "Vera@Example.ORG", "ru", ZONE))
                .isEqualTo(Asked.TOO_MANY);
    }

    @Test
    void theSameAddressInOtherLettersIsTheSame() {
        ConversationId asked = house.aConversation().id();
        for (String said :
                new String[] {"vera@example.org", "Vera@example.org", "VERA@EXAMPLE.ORG", "vera@Example.org"}) {
            assertThat(transcripts.ask(asked, said, "ru", ZONE)).isEqualTo(Asked.KEPT);
        }
        assertThat(transcripts.waiting(10)).extracting(TranscriptWish::email).containsExactly("vera@example.org");
    }

    @Test
    void whatWaitsForAMonthIsDroppedAndInNobodysWay() {
        for (int made = 0; made < Transcripts.MOST_TO_AN_ADDRESS; made++) {
            transcripts.ask(house.aConversation().id(), "vera@example.org", "ru", ZONE);
        }
        house.clock.advance(Transcripts.LONGEST_WAIT.plusMillis(1));
        ConversationId asked = house.aConversation().id();
        assertThat(transcripts.ask(asked, "vera@example.org", "ru", ZONE)).isEqualTo(Asked.KEPT);
        assertThat(transcripts.waiting(100))
                .extracting(TranscriptWish::conversation)
                .containsExactly(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vera",
                "+7 912 000-00-00",
                "a..b@example.org",
                "(x)vera@example.org",
                "почта@дача.рф",
                "a@b@example.org",
                "a@b",
                "vera@example.org\nBcc: x@example.org"
            })
    void whatIsNoAddressOfEmailIsNotKept(String said) {
        assertThat(transcripts.ask(house.aConversation().id(), said, "ru", ZONE))
                .isEqualTo(Asked.NO_EMAIL);
        assertThat(transcripts.waiting(1)).isEmpty();
    }
}
