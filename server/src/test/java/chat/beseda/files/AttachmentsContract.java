package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations.Saying;
import chat.beseda.conversations.Corrections;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Refusal;
import chat.beseda.events.ClientId;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.files.Attachments.Upload;
import chat.beseda.formatting.Words;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Attachments} promise on every engine, and what messages carry of them. */
abstract class AttachmentsContract {
    private static final FileRules ALL = FileRules.everything(25);
    private static final byte[] TEXT = "Доставка в среду".getBytes(StandardCharsets.UTF_8);

    private final TestHouse house;
    private Attachments attachments;
    private Path folder;
    private Visitor visitor;
    private FileOwner owner;

    AttachmentsContract(TestEngine engine) {
        house = new TestHouse(engine);
    }

    @BeforeEach
    void open(@TempDir Path data) {
        folder = data.resolve("files");
        attachments = new Attachments(house.database, folder, house.clock);
        visitor = house.aVisitor();
        owner = FileOwner.visitor(visitor.id().value());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aFileComesInPiecesAndIsGoneOnWithWhereItWas() {
        Upload begun = attachments.begin(owner, "план.txt", TEXT.length, ALL);
        Upload half = attachments.append(owner, begun.id(), 0, part(0, 10), ALL);
        assertThat(half.offset()).isEqualTo(10);
        assertThat(half.file()).isNull();
        FileRefused elsewhere = catchThrowableOfType(
                FileRefused.class, () -> attachments.append(owner, begun.id(), 0, part(0, 10), ALL));
        assertThat(elsewhere.code()).isEqualTo("file_offset");
        assertThat(elsewhere.params()).containsEntry("offset", "10");

        var another = new Attachments(house.database, folder, house.clock);
        assertThat(another.state(owner, begun.id()).offset()).isEqualTo(10);
        Upload whole = another.append(owner, begun.id(), 10, part(10, TEXT.length), ALL);
        assertThat(whole.file())
                .isEqualTo(new Attachment(
                        begun.id(), "план.txt", FileKind.DOCUMENT, "text/plain", TEXT.length, null, null));
        assertThat(another.state(owner, begun.id())).isEqualTo(whole);
        assertThat(another.byId(begun.id()).orElseThrow().bytes()).hasBinaryContent(TEXT);
    }

    @Test
    void aTelephonesPictureIsAFileWithItsNameAndWithoutItsPlace() throws Exception {
        byte[] picture = HeicCopyTest.taken();
        String id = send("IMG_0001.HEIC", picture, new FileRules(true, 25, Set.of(FileKind.IMAGE)));
        Attachments.Stored stored = attachments.byId(id).orElseThrow();
        assertThat(stored.file())
                .isEqualTo(
                        new Attachment(id, "IMG_0001.HEIC", FileKind.IMAGE, "image/heic", picture.length, null, null));
        assertThat(Files.readString(stored.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS");
        assertThat(attachments.small(stored)).isEqualTo(stored);
    }

    @Test
    void nobodyElseGoesOnWithItOrKnowsOfIt() {
        Upload begun = attachments.begin(owner, "a.txt", 5, ALL);
        for (FileOwner other : List.of(FileOwner.visitor(1), FileOwner.operator(owner.id()))) {
            assertThatThrownBy(() -> attachments.state(other, begun.id())).isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> attachments.append(other, begun.id(), 0, new byte[5], ALL))
                    .isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> attachments.cancel(other, begun.id())).isInstanceOf(Unknown.class);
        }
        assertThatThrownBy(() -> attachments.state(owner, "../../etc/passwd")).isInstanceOf(Unknown.class);
    }

    @Test
    void whatIsNotTakenIsRefusedAndGone() throws Exception {
        assertThat(refusal(() -> attachments.begin(owner, "a", 0, ALL))).isEqualTo("file_empty");
        assertThat(refusal(() -> attachments.begin(owner, "a", 25L * 1024 * 1024 + 1, ALL)))
                .isEqualTo("file_too_large");
        assertThat(refusal(() -> attachments.begin(owner, "a", 1, new FileRules(false, 25, Set.of()))))
                .isEqualTo("file_off");
        byte[] program = "MZ\0\1 this program".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(() -> send("a.txt", program, ALL))).isEqualTo("file_kind");
        var pictures = new FileRules(true, 25, Set.of(FileKind.IMAGE));
        assertThat(refusal(() -> send("a.txt", TEXT, pictures))).isEqualTo("file_kind");
        byte[] torn = "\u0089PNG\r\n\u001a\n\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(() -> send("a.png", torn, ALL))).isEqualTo("file_damaged");
        assertThat(refusal(() -> {
                    Upload begun = attachments.begin(owner, "a.txt", 3, ALL);
                    attachments.append(owner, begun.id(), 0, TEXT, ALL);
                }))
                .isEqualTo("file_longer");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMessageCarriesItsFilesAndWhoMayReadItMayReadThem() {
        String id = send("../Счёт.txt", TEXT, ALL);
        Posted.Stored stored = said("", id);
        var message = (EventBody.Message) stored.event().body();
        assertThat(message.text()).isEmpty();
        assertThat(message.files()).extracting(Attachment::name).containsExactly("Счёт.txt");
        Conversation known = house.conversations.byId(stored.conversation()).orElseThrow();
        assertThat(Objects.requireNonNull(known.facts().preview()).text()).isEqualTo("Счёт.txt");
        assertThat(house.conversations.events(known.id(), Stream.PUBLIC, 1, 10).getFirst())
                .isEqualTo(stored.event());

        assertThat(attachments.conversations(id)).containsExactly(known.id().value());
        assertThat(attachments.ofVisitor(stored.key(), id)).isPresent();
        String another = house.aConversation().facts().key();
        assertThat(attachments.ofVisitor(another, id)).isEmpty();
        assertThat(attachments.ofVisitor(stored.key(), id.replace(id.charAt(0), 'x')))
                .isEmpty();
        house.visitors.forget(visitor.id());
        assertThat(attachments.ofVisitor(stored.key(), id)).isEmpty();
        assertThat(attachments.byId(id)).isPresent();
    }

    @Test
    void aFileOfAMessageTakenBackIsKeptFromItsVisitorOnly() {
        OperatorId anna = house.anOperator();
        Posted.Stored asked = said("Где план?");
        ConversationId here = asked.conversation();
        house.conversations.take(anna, here, version(here));
        owner = FileOwner.operator(anna.value());
        String id = send("план.txt", TEXT, ALL);
        Posted answered =
                house.conversations.postByOperator(anna, here, version(here), house.aClientId(), saying("Вот", id));
        assertThat(attachments.ofVisitor(asked.key(), id)).isPresent();

        new Corrections(house.database, house.bus, house.clock)
                .delete(anna, here, ((Posted.Stored) answered).event().seq(), Duration.ofHours(1));

        assertThat(attachments.ofVisitor(asked.key(), id)).isEmpty();
        assertThat(attachments.byId(id)).isPresent();
        assertThat(attachments.conversations(id)).containsExactly(here.value());
    }

    @Test
    void onlyWholeFilesOfTheSenderAreSaid() {
        Upload half = attachments.begin(owner, "a.txt", 9, ALL);
        assertThat(refused("Вот", half.id())).isEqualTo(new Refusal.FileUnknown());
        Visitor stranger = house.aVisitor();
        String id = send("a.txt", TEXT, ALL);
        Posted stolen =
                house.conversations.postByVisitor(stranger, Opening.on(null), house.aClientId(), saying("Вот", id));
        assertThat(stolen).isEqualTo(new Posted.Refused(new Refusal.FileUnknown()));
        assertThat(refused("Вот", id, id)).isEqualTo(new Refusal.FilesTooMany(Enclosures.MOST));
        String[] many =
                IntStream.rangeClosed(0, Enclosures.MOST).mapToObj(i -> "x" + i).toArray(String[]::new);
        assertThat(refused("Вот", many)).isEqualTo(new Refusal.FilesTooMany(Enclosures.MOST));
        assertThat(refused(" ")).isEqualTo(new Refusal.MessageEmpty());
    }

    @Test
    void sentAgainAMessageIsTheSame() {
        String id = send("a.txt", TEXT, ALL);
        ClientId cid = house.aClientId();
        var first = (Posted.Stored) post(cid, saying("Вот", id));
        var again = (Posted.Stored) post(cid, saying("Вот", id));
        assertThat(again.dup()).isTrue();
        assertThat(again.event()).isEqualTo(first.event());
    }

    @Test
    void whatNobodySaidForADayIsForgottenAndWhatWasSaidStays() {
        String kept = send("a.txt", TEXT, ALL);
        said("Вот", kept);
        String left = send("b.txt", TEXT, ALL);
        Upload begun = attachments.begin(owner, "c.txt", 9, ALL);
        attachments.append(owner, begun.id(), 0, part(0, 5), ALL);
        house.clock.advance(Duration.ofHours(23));
        attachments.sweep();
        assertThat(attachments.byId(left)).isPresent();
        house.clock.advance(Duration.ofHours(2));
        attachments.sweep();
        assertThat(attachments.byId(left)).isEmpty();
        assertThat(attachments.byId(kept)).isPresent();
        assertThatThrownBy(() -> attachments.state(owner, begun.id())).isInstanceOf(Unknown.class);
        assertThat(folder.toFile().list()).containsExactly(kept);
    }

    @Test
    void aPictureHasASmallTwinThatIsDrawnOnceAndGoesWithIt() throws Exception {
        var photo = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var chance = new Random(1);
        for (int at = 0; at < 1200 * 900; at++) {
            photo.setRGB(at % 1200, at / 1200, chance.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "png", bytes);
        String id = send("фото.jpg", bytes.toByteArray(), ALL);
        Attachments.Stored whole = attachments.byId(id).orElseThrow();
        Attachments.Stored small = attachments.small(whole);
        assertThat(small.file().type()).isEqualTo("image/jpeg");
        assertThat(small.file().name()).isEqualTo("фото.jpg.png.jpg");
        assertThat(ImageIO.read(small.bytes().toFile()).getWidth()).isEqualTo(560);
        FileTime drawn = Files.getLastModifiedTime(small.bytes());
        assertThat(attachments.small(whole)).isEqualTo(small);
        assertThat(Files.getLastModifiedTime(small.bytes())).isEqualTo(drawn);
        attachments.cancel(owner, id);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void whatHasNoSmallTwinIsShownItself() {
        String text = send("a.txt", TEXT, ALL);
        Attachments.Stored whole = attachments.byId(text).orElseThrow();
        assertThat(attachments.small(whole)).isEqualTo(whole);
        String moving = send("a.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1), ALL);
        Attachments.Stored gif = attachments.byId(moving).orElseThrow();
        assertThat(attachments.small(gif)).isEqualTo(gif);
        assertThat(attachments.small(gif)).isEqualTo(gif);
    }

    @Test
    void aVisitorForgottenTakesAlongWhatHeDidNotSay() {
        String kept = send("a.txt", TEXT, ALL);
        said("Вот", kept);
        send("b.txt", TEXT, ALL);
        attachments.forget(owner);
        assertThat(folder.toFile().list()).containsExactly(kept);
    }

    @Test
    void whatIsGivenUpIsGoneUnlessItWasSaid() {
        String id = send("a.txt", TEXT, ALL);
        attachments.cancel(owner, id);
        assertThat(attachments.byId(id)).isEmpty();
        String said = send("a.txt", TEXT, ALL);
        said("Вот", said);
        attachments.cancel(owner, said);
        assertThat(attachments.byId(said)).isPresent();
    }

    @Test
    void filesOfConversationsAreListedWithTheirMessagesTheNewestFirst() {
        String plan = send("plan.txt", TEXT, ALL);
        house.clock.advance(Duration.ofSeconds(1));
        String bill = send("bill.txt", TEXT, ALL);
        String left = send("left.txt", TEXT, ALL);
        Posted.Stored first = said("Вот \"" + bill + "\"", plan);
        house.clock.advance(Duration.ofSeconds(1));
        Posted.Stored second = said("", bill);
        long conversation = first.conversation().value();

        List<SaidFile> all = attachments.said(List.of(conversation), SaidFile.Place.TOP, 10);
        assertThat(all).extracting(said -> said.file().id()).containsExactly(bill, plan);
        assertThat(all)
                .extracting(SaidFile::seq)
                .containsExactly(second.event().seq(), first.event().seq());
        assertThat(all).extracting(SaidFile::conversation).containsOnly(conversation);
        assertThat(all.getFirst().at()).isEqualTo(house.clock.millis());
        assertThat(all.getFirst().by()).isEqualTo(owner);

        List<SaidFile> page = attachments.said(List.of(conversation), SaidFile.Place.TOP, 1);
        var next = SaidFile.Place.parse(page.getFirst().place().toString());
        assertThat(attachments.said(List.of(conversation), next, 10))
                .extracting(said -> said.file().id())
                .containsExactly(plan);
        assertThat(SaidFile.Place.parse("nonsense")).isEqualTo(SaidFile.Place.TOP);
        assertThat(attachments.said(List.of(), SaidFile.Place.TOP, 10)).isEmpty();
        assertThat(attachments.said(List.of(404L), SaidFile.Place.TOP, 10)).isEmpty();
        assertThat(left).isNotIn(plan, bill);
    }

    @Test
    void nobodyFillsTheDisk() {
        var large = FileRules.everything(100);
        attachments.begin(owner, "a", 100L * 1024 * 1024, large);
        attachments.begin(owner, "b", 100L * 1024 * 1024, large);
        assertThat(refusal(() -> attachments.begin(owner, "c", 1, large))).isEqualTo("file_unsent");
        attachments.begin(FileOwner.visitor(1), "c", 1, large);
        house.clock.advance(Duration.ofHours(25));
        attachments.sweep();
        attachments.begin(owner, "c", 1, large);
    }

    private int version(ConversationId id) {
        return house.conversations.byId(id).orElseThrow().facts().version();
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(TEXT, from, to);
    }

    private String send(String name, byte[] bytes, FileRules rules) {
        String id = attachments.begin(owner, name, bytes.length, rules).id();
        attachments.append(owner, id, 0, bytes, rules);
        return id;
    }

    private static Saying saying(String text, String... files) {
        return new Saying(new Words.Plain(text), List.of(files));
    }

    private Posted post(ClientId cid, Saying said) {
        return house.conversations.postByVisitor(visitor, Opening.on(null), cid, said);
    }

    private Posted.Stored said(String text, String... files) {
        return (Posted.Stored) post(house.aClientId(), saying(text, files));
    }

    private Refusal refused(String text, String... files) {
        return ((Posted.Refused) post(house.aClientId(), saying(text, files))).refusal();
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(FileRefused.class, work::run).code();
    }
}
