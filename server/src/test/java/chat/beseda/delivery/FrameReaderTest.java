package chat.beseda.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.frames.Frame;
import chat.beseda.frames.FrameReader;
import chat.beseda.frames.Read;
import chat.beseda.frames.Shapes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever strangers send is a frame or is refused; nothing in between, and nothing is thrown. */
class FrameReaderTest {
    private static final List<String> GOOD = List.of(
            "{\"t\":\"typing\",\"conversation\":\"a\",\"on\":true}",
            "{\"t\":\"seen\",\"conversation\":\"a\",\"seq\":3}",
            "{\"t\":\"fetch\",\"conversation\":\"a\",\"stream\":\"public\",\"after\":0}",
            "{\"t\":\"older\",\"conversation\":\"a\",\"stream\":\"internal\",\"before\":9}",
            "{\"t\":\"beat\"}",
            "{\"t\":\"probe\"}",
            "{\"t\":\"hello\",\"protocol\":1,\"name\":null,\"positions\":[{\"conversation\":\"a\",\"stream\":\"public\",\"last\":1}]}");

    private final FrameReader<Own> reader = new FrameReader<>(Own.class);

    sealed interface Own extends Frame {
        @JsonTypeName("hello")
        record Hello(int protocol, @Nullable String name, List<Shapes.Position> positions) implements Own {}
    }

    @Example
    void readsWhatIsRight() {
        assertThat(GOOD.stream().map(this::read)).noneMatch(read -> read instanceof Read.Malformed);
        assertThat(read("{\"protocol\":1,\"t\":\"hello\",\"positions\":[]}"))
                .isEqualTo(new Read.Own<>(new Own.Hello(1, null, List.of())));
    }

    @Example
    void refusesWhatIsNearlyRight() {
        assertThat(List.of(
                        "",
                        "null",
                        "[]",
                        "1",
                        "{}",
                        "{\"t\":null}",
                        "{\"t\":5}",
                        "{\"t\":\"beat\"} {\"t\":\"beat\"}",
                        "{\"t\":\"beat\",\"t\":\"beat\"}",
                        "{\"t\":\"Beat\"}",
                        "{\"t\":\"seen\",\"conversation\":\"a\"}",
                        "{\"t\":\"seen\",\"conversation\":null,\"seq\":1}",
                        "{\"t\":\"seen\",\"conversation\":5,\"seq\":1}",
                        "{\"t\":\"seen\",\"conversation\":\"a\",\"seq\":\"1\"}",
                        "{\"t\":\"seen\",\"conversation\":\"a\",\"seq\":1.5}",
                        "{\"t\":\"seen\",\"conversation\":\"a\",\"seq\":99999999999999999999}",
                        "{\"t\":\"seen\",\"conversation\":\"a\",\"seq\":1,\"more\":1}",
                        "{\"t\":\"typing\",\"conversation\":\"a\",\"on\":1}",
                        "{\"t\":\"fetch\",\"conversation\":\"a\",\"stream\":0,\"after\":0}",
                        "{\"t\":\"fetch\",\"conversation\":\"a\",\"stream\":\"PUBLIC\",\"after\":0}",
                        "{\"t\":\"hello\",\"protocol\":1,\"name\":7,\"positions\":[]}",
                        "{\"t\":\"hello\",\"protocol\":1,\"name\":null,\"positions\":[null]}",
                        "{\"t\":\"hello\",\"protocol\":1,\"name\":null,\"positions\":[{}]}",
                        "{\"t\":\"ack\",\"cid\":\"a\"}"))
                .allSatisfy(text -> assertThat(read(text)).as(text).isInstanceOf(Read.Malformed.class));
    }

    @Example
    void namesTheFrameItRefuses() {
        assertThat(read("{\"t\":\"unheard\",\"cid\":\"c\",\"rid\":\"r\"}"))
                .isEqualTo(new Read.Malformed<>("type", "c", "r"));
        assertThat(read("{\"t\":\"beat\",\"cid\":\"" + "c".repeat(65) + "\"}"))
                .isEqualTo(new Read.Malformed<>("shape", null, null));
        assertThat(read("{")).isEqualTo(new Read.Malformed<>("json", null, null));
    }

    @Example
    void aHelloOfAnotherProtocolIsOutdatedWhateverElseItSays() {
        assertThat(read("{\"t\":\"hello\",\"protocol\":2,\"anything\":[]}")).isEqualTo(new Read.Outdated<>());
    }

    @Example
    void isNotBlownUpByDepth() {
        assertThat(read("[".repeat(100_000))).isInstanceOf(Read.Malformed.class);
        assertThat(read("{\"t\":".repeat(1_000))).isInstanceOf(Read.Malformed.class);
    }

    @Property(tries = 5_000)
    void neverThrows(@ForAll byte[] bytes) {
        assertThat(reader.read(bytes)).isNotNull();
    }

    @Property(tries = 20_000)
    void neverThrowsOnDamagedFrames(@ForAll("damaged") byte[] bytes) {
        assertThat(reader.read(bytes)).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.randomValue(FrameReaderTest::damagedFrame);
    }

    private static byte[] damagedFrame(Random random) {
        byte[] frame = GOOD.get(random.nextInt(GOOD.size())).getBytes(UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            byte[] piece = "{}[]\",:0123456789truefalsnl\\u00ed \n".getBytes(UTF_8);
            frame[random.nextInt(frame.length)] =
                    random.nextInt(10) == 0 ? (byte) random.nextInt() : piece[random.nextInt(piece.length)];
        }
        return frame;
    }

    private Read<Own> read(String text) {
        return reader.read(text.getBytes(UTF_8));
    }
}
