package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OperatorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes and parameters are a promise to the screens: those of docs/protocol.md. */
class RefusalTest {
    private static final List<Refusal> ALL = List.of(
            new Refusal.MessageEmpty(),
            new Refusal.MessageTooLong(4_000, 4_001),
            new Refusal.MessageInvalid("U+0007"),
            new Refusal.DocumentTooComplex(2_000, 2_001),
            new Refusal.DocumentInvalid("link"),
            new Refusal.FilesTooMany(10),
            new Refusal.FileUnknown(),
            new Refusal.ConversationUnknown(),
            new Refusal.ConversationClosed(),
            new Refusal.MessageUnknown(),
            new Refusal.ReplyUnknown(),
            new Refusal.TooLate(Duration.ofHours(1)),
            new Refusal.NotOwner(new OperatorId(7), 3),
            new Refusal.Taken(new OperatorId(7)),
            new Refusal.OfferedToAnother(new OperatorId(7)),
            new Refusal.OfferGone(),
            new Refusal.ReceiverAway(),
            new Refusal.Rate(Duration.ofSeconds(9)),
            new Refusal.Busy(Duration.ofSeconds(2)),
            new Refusal.Closing(Duration.ofSeconds(5)),
            new Refusal.Storage(Duration.ofSeconds(5)));

    @Test
    void everyCodeAndParameterStandsInTheProtocol() throws IOException {
        List<String> protocol = Files.readAllLines(Path.of("..", "docs", "protocol.md"));
        for (Refusal refusal : ALL) {
            assertThat(protocol)
                    .as(refusal.code())
                    .anyMatch(line -> line.startsWith("| `" + refusal.code() + "` |")
                            && refusal.params().keySet().stream().allMatch(name -> line.contains("`" + name + "`"))
                            && (refusal.retry() == null || line.contains("`retryMs`")));
        }
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(ALL.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
    }

    @Test
    void aConversationOfNobodyHasAnEmptyOwner() {
        assertThat(new Refusal.NotOwner(null, 2).params())
                .containsEntry("owner", "")
                .containsEntry("version", "2");
    }
}
