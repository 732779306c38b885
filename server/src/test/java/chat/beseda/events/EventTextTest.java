package chat.beseda.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.tags.TagId;
import chat.beseda.visitors.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTextTest {

    static Stream<EventBody> bodies() {
        return Stream.of(
                new EventBody.Message("«Да» \"\\\n\t😀 </script>"),
                new EventBody.Message(
                        "• a",
                        new TextDocument(List.of(new TextBlock.Item(
                                TextList.BULLET,
                                0,
                                List.of(new TextRun("a", List.of(new TextMark.Colour(TextColour.RED)))))))),
                new EventBody.Message("b", null, 1_700_000_000_000L),
                new EventBody.Deleted(),
                new EventBody.Changed(7, new EventBody.Message("b", null, 1_700_000_000_000L)),
                new EventBody.Changed(7, new EventBody.Deleted()),
                new EventBody.Message("b", null, null, List.of(), 12L),
                new EventBody.Message("c", null, null, List.of(), null, "vera@example.net"),
                new EventBody.Mailed("vera@example.net", 4, 7),
                new EventBody.Returned("vera@example.net", "550 5.1.1 No such user"),
                new EventBody.Note("a"),
                new EventBody.Note("a @{7}", 12L, List.of(new OperatorId(7))),
                new EventBody.Opened(new Page("https://shop.example/?a=1&b=\"2\"", "Чайники", "")),
                new EventBody.Opened(null),
                new EventBody.Tagged(new TagId(7), false),
                new EventBody.Joined(new OperatorId(Long.MAX_VALUE)),
                new EventBody.Left(new OperatorId(1), EventBody.Left.Reason.LOST),
                new EventBody.HandedOver(new OperatorId(1), new OperatorId(2), null),
                new EventBody.HandedOver(new OperatorId(1), null, new DepartmentId(3)),
                new EventBody.Closed(ClosedBy.SYSTEM));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyIsReadAsItWasWritten(EventBody body) {
        assertThat(EventText.read(EventText.of(body))).isEqualTo(body);
    }

    @Test
    void fieldsOfANewerProgramAreIgnored() {
        assertThat(EventText.read("{\"type\":\"message\",\"text\":\"a\",\"marks\":[1]}"))
                .isEqualTo(new EventBody.Message("a"));
    }

    @Test
    void plainWordsAreStoredAsEver() {
        assertThat(EventText.of(new EventBody.Message("a"))).isEqualTo("{\"type\":\"message\",\"text\":\"a\"}");
    }

    @Test
    void aFormatOfANewerProgramLeavesTheText() {
        assertThat(EventText.read("""
                        {"type":"message","text":"a","document":{"blocks":[{"type":"table","rows":[]}]}}""")).isEqualTo(new EventBody.Message("a"));
    }

    @Test
    void aTypeOfANewerProgramIsNamed() {
        assertThatThrownBy(() -> EventText.read("{\"type\":\"sung\"}")).hasMessage("no event has the type 'sung'");
    }
}
