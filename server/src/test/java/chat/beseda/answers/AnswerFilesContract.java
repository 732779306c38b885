package chat.beseda.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.beseda.audit.Actor;
import chat.beseda.files.Attachment;
import chat.beseda.files.Attachments;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRules;
import chat.beseda.forms.InvalidFields;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ReadyAnswers} promise of the files that go along, on every engine. */
abstract class AnswerFilesContract {
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");
    private static final Shelf COMMON = Shelf.common();
    private static final FileRules RULES = FileRules.everything(FileRules.ANSWER_MEGABYTES);
    private static final byte[] BYTES = "Price".getBytes(UTF_8);

    private final TestClock clock = new TestClock();
    private final ManualTimers timers = new ManualTimers(clock);
    private final TestDatabase opened;
    private final ReadyAnswers answers;
    private final Shelf annas;
    private final Actor annaActs;
    private final FileOwner owner;
    private Attachments attachments;
    private Path folder;

    AnswerFilesContract(TestEngine engine) {
        opened = engine.open();
        var ids = new IdSource(clock);
        var bus = new RecordingBus();
        var people = People.of(opened.database(), bus, ids, clock, new Passwords(64), Path.of("no-photos"));
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        var wanted = new FirstSetUp.Wanted("Anna", "anna@example.org", "seven green kettles", "ru", "R", site);
        var anna = people.firstSetUp().make(ACTOR, wanted).administrator().id();
        annas = Shelf.of(anna);
        annaActs = new Actor(anna.value(), "198.51.100.1");
        owner = FileOwner.operator(anna.value());
        answers = new ReadyAnswers(opened.database(), bus, ids, people.audit(), people.departments(), clock);
    }

    @BeforeEach
    void openFolder(@TempDir Path data) {
        folder = data.resolve("files");
        attachments = new Attachments(opened.database(), folder, clock);
        attachments.keep(timers);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void filesStayInTheirOrderWithAnAnswerUntilItIsChangedOrRemoved() {
        String picture = uploaded("picture.txt");
        String price = uploaded("price.txt");
        ReadyAnswer made = answers.create(annaActs, COMMON, withFiles("With", List.of(picture, price)));
        assertThat(answers.of(COMMON)).containsExactly(made);
        assertThat(made.files()).extracting(Attachment::id).containsExactly(picture, price);
        assertThat(attachments.answer(price)).contains(made.id().value());

        timers.advance(Duration.ofDays(2));
        attachments.cancel(owner, price);
        assertThat(attachments.byId(price))
                .as("nobody gives up what an answer has")
                .isPresent();
        answers.change(annaActs, COMMON, made.id(), withFiles("With", null));
        assertThat(answers.of(COMMON).getFirst().files()).hasSize(2);

        answers.change(annaActs, COMMON, made.id(), withFiles("With", List.of(price)));
        timers.advance(Duration.ofMinutes(10));
        assertThat(attachments.byId(picture)).isEmpty();
        assertThat(attachments.byId(price)).isPresent();
        answers.remove(annaActs, COMMON, made.id());
        assertThat(attachments.answer(price)).isEmpty();
        timers.advance(Duration.ofMinutes(10));
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void onlyOnesOwnFilesThatAreWholeAndUnsaidAreTaken() {
        String own = uploaded("a.txt");
        String begun = attachments.begin(owner, "b.txt", 5, RULES).id();
        ReadyAnswer first = answers.create(annaActs, COMMON, withFiles("First", List.of(own)));
        for (List<String> ids : List.of(List.of(own), List.of(begun), List.of("nothing"))) {
            assertThat(faults(() -> answers.create(annaActs, annas, withFiles("Second", ids))))
                    .containsExactly("files files_gone");
        }
        String annasFile = uploaded("c.txt");
        assertThat(faults(() -> answers.create(ACTOR, COMMON, withFiles("Third", List.of(annasFile)))))
                .containsExactly("files files_gone");
        assertThat(faults(() -> answers.create(annaActs, COMMON, withFiles("Twice", List.of(annasFile, annasFile)))))
                .containsExactly("files files_gone");
        var many = IntStream.range(0, 11).mapToObj(Integer::toString).toList();
        assertThat(faults(() -> answers.create(annaActs, COMMON, withFiles("Many", many))))
                .containsExactly("files files_many");
        assertThat(answers.of(COMMON)).containsExactly(first);
        ReadyAnswer kept = answers.change(ACTOR, COMMON, first.id(), withFiles("First", List.of(own)));
        assertThat(kept.files()).as("a colleague may leave what is there").isEqualTo(first.files());
    }

    @Test
    void aMessagesFilesAreMadeOfAnAnswersAndOutliveIt() {
        String original = uploaded("price.txt");
        ReadyAnswer answer = answers.create(annaActs, COMMON, withFiles("With", List.of(original)));
        FileOwner colleague = FileOwner.operator(9);
        Attachment made =
                attachments.ofAnswer(colleague, answer.id().value(), RULES).getFirst();
        assertThat(made)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(answer.files().getFirst());
        assertThat(made.id()).isNotEqualTo(original);
        assertThat(attachments.isOf(colleague, made.id())).isTrue();
        assertThat(folder.toFile().list()).as("bytes are not copied").containsExactly(original);

        answers.remove(annaActs, COMMON, answer.id());
        timers.advance(Duration.ofMinutes(10));
        assertThat(attachments.byId(made.id()).orElseThrow().bytes()).hasBinaryContent(BYTES);
        attachments.cancel(colleague, made.id());
        timers.advance(Duration.ofMinutes(10));
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aTableSaysNothingOfFilesAndLeavesThem() {
        ReadyAnswer answer = answers.create(annaActs, COMMON, withFiles("With", List.of(uploaded("a.txt"))));
        String file = answers.file(COMMON, ',');
        assertThat(file).doesNotContain("a.txt");
        answers.bringIn(annaActs, COMMON, file.replace("Look", "See").getBytes(UTF_8));
        ReadyAnswer changed = answers.of(COMMON).getFirst();
        assertThat(changed.text()).isEqualTo("See");
        assertThat(changed.files()).isEqualTo(answer.files());
    }

    private static AnswerDraft withFiles(String title, @Nullable List<String> files) {
        return new AnswerDraft("", title, "Look", null, null, null, files);
    }

    private String uploaded(String name) {
        String id = attachments.begin(owner, name, BYTES.length, RULES).id();
        attachments.append(owner, id, 0, BYTES, RULES);
        return id;
    }

    private static List<String> faults(Runnable work) {
        return catchThrowableOfType(InvalidFields.class, work::run).faults().stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }
}
